package io.firstfill.control.readiness;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Asset;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.environment.BalanceBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the account holds enough for one buy. */
@ApplicationScoped
public class BalanceCheck {
    private static final String BALANCE = "balance";
    private static final String ASK = "validate the credential, so that the exchange is asked again.";

    private final BalanceBook book;
    private final InstantSource clock;
    private final ControlSettings settings;

    BalanceCheck(BalanceBook book, InstantSource clock, ControlSettings settings) {
        this.book = book;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Returns the item of the gate; empty in a deployment whose traders report no balances.
     *
     * @param chosen the configuration of the run that is to start; null where none is, and then any balance will do
     */
    Optional<GateItem> item(EnvironmentId environment, @Nullable Configuration chosen) {
        return book.isExpected()
                ? Optional.of(book.report(environment)
                        .map(report -> item(report, chosen))
                        .orElseGet(() -> GateItem.failing(
                                BALANCE,
                                "The balance of the account is unknown: look whether the trader-service runs, then "
                                        + ASK)))
                : Optional.empty();
    }

    private GateItem item(BalancesReported report, @Nullable Configuration chosen) {
        Duration age = Duration.between(report.asOf(), clock.instant());
        if (age.compareTo(settings.balanceMaxAge()) > 0) {
            return GateItem.failing(
                    BALANCE, "The balance is " + text(age) + " old (" + free(report.balances()) + "): " + ASK);
        }
        Set<Asset> quotes = chosen == null ? Set.of() : chosen.symbols().quoteAssets();
        List<Balance> usable = report.balances().stream()
                .filter(balance -> quotes.isEmpty() || quotes.contains(balance.asset()))
                .toList();
        if (usable.stream().anyMatch(balance -> isEnough(balance, chosen))) {
            return GateItem.inOrder(BALANCE);
        }
        String need = chosen == null ? "any buy" : "one buy of " + chosen.quoteAmount() + assets(quotes);
        return GateItem.failing(
                BALANCE,
                "Free, as of " + text(age) + " ago, is " + free(usable) + ", which does not pay for " + need
                        + ": deposit, then " + ASK);
    }

    private static boolean isEnough(Balance balance, @Nullable Configuration chosen) {
        return chosen == null
                ? balance.free().value().signum() > 0
                : !chosen.quoteAmount().exceeds(balance.free());
    }

    private static String free(List<Balance> balances) {
        return balances.isEmpty()
                ? "nothing"
                : balances.stream()
                        .map(balance -> balance.free() + " " + balance.asset())
                        .collect(Collectors.joining(", "));
    }

    private static String assets(Set<Asset> quotes) {
        return quotes.isEmpty()
                ? ""
                : " " + quotes.stream().map(Asset::toString).sorted().collect(Collectors.joining(" or "));
    }

    private static String text(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        return age.compareTo(Duration.ofHours(2)) < 0 ? age.toMinutes() + " min" : age.toHours() + " h";
    }
}
