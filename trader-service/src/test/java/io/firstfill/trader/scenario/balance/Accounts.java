package io.firstfill.trader.scenario.balance;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers of the exchange about the account, and signals of many pairs. */
final class Accounts {
    static final Asset USDT = Asset.of("USDT");

    private Accounts() {}

    /** An account that holds this much USDT, free, and nothing else. */
    static AccountBalances usdt(String free) {
        return new AccountBalances(Map.of(USDT, balance(free, "0")), Set.of(), true);
    }

    static Balance balance(String free, String locked) {
        return new Balance(USDT, Amount.of(free), Amount.of(locked));
    }

    /** The validation of the key, and every question after it, states that much USDT. */
    static EngineFixture holding(EngineFixture fixture, String free) {
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("SPOT"), usdt(free)));
        return answering(fixture, free);
    }

    /** Every question from now on is answered with that much USDT. */
    static EngineFixture answering(EngineFixture fixture, String free) {
        fixture.balances.answer = Uni.createFrom().item(Optional.of(usdt(free)));
        return fixture;
    }

    static ListingId listing(String base) {
        return ListingId.derivedFrom("listing", base);
    }

    static PermitId permit(int number) {
        return PermitId.derivedFrom("permit", number);
    }

    /** Signals a listing of the coin in USDT; a surprise where the opening is null. */
    static ListingSignal signal(String base, @Nullable Instant opening, Instant deadline) {
        return Messages.signal(listing(base), Pair.of(base + "/USDT"), opening, deadline);
    }

    /** The free USDT of each report. */
    static List<String> reported(EngineFixture fixture) {
        return fixture.published(BalancesReported.class).stream()
                .map(report -> report.balances().getFirst().free().toString())
                .toList();
    }
}
