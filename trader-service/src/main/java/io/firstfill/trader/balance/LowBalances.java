package io.firstfill.trader.balance;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.run.Run;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Raises an alert for each asset that pays for too few buys of a run, and clears it when the asset does again. */
final class LowBalances {
    private final Alerts alerts;
    private final int enough;
    private final Set<String> raised = new HashSet<>();

    /** @param enough number of buys below which a balance is low */
    LowBalances(Alerts alerts, int enough) {
        this.alerts = alerts;
        this.enough = enough;
    }

    /**
     * @param assets what a run buys with
     * @param available what is left to buy with; empty where that is not known, and then the alert stays as it is
     */
    void check(
            Collection<Run.Open> runs,
            Function<Run.Open, Set<Asset>> assets,
            Function<Asset, Optional<Amount>> available) {
        Set<String> low = new HashSet<>();
        for (Run.Open run : runs) {
            for (Asset asset : assets.apply(run)) {
                if (isLow(run, asset, available.apply(asset))) {
                    low.add(Alerts.balance(asset));
                }
            }
        }
        raised.addAll(low);
        raised.removeIf(subject -> {
            boolean over = !low.contains(subject);
            if (over) {
                alerts.clearRaised(AlertKind.BALANCE_LOW, subject);
            }
            return over;
        });
        alerts.clearInheritedBalances(subject -> !low.contains(subject));
    }

    private boolean isLow(Run.Open run, Asset asset, Optional<Amount> available) {
        BigDecimal amount = run.configuration().quoteAmount().value();
        if (available.isEmpty() || amount.signum() == 0) {
            return raised.contains(Alerts.balance(asset));
        }
        BigDecimal buys = available.get().value().divide(amount, 0, RoundingMode.DOWN);
        boolean low = buys.compareTo(BigDecimal.valueOf(enough)) < 0;
        if (low) {
            alerts.raise(
                    AlertKind.BALANCE_LOW,
                    Alerts.balance(asset),
                    Severity.WARNING,
                    available.get() + " " + asset + " pay for " + buys + " buys of "
                            + run.configuration().quoteAmount() + ", less than " + enough
                            + ": deposit, or apply a smaller quoteAmount");
        }
        return low;
    }
}
