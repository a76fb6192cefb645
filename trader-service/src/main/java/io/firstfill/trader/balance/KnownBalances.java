package io.firstfill.trader.balance;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.trader.credential.AccountBalances;
import java.time.Instant;
import java.util.Optional;

/**
 * The balances that the exchange stated last.
 *
 * @param askedAt when the exchange was asked, by our clock: what it knew later may be missing
 * @param asOf when it answered, by our clock
 */
record KnownBalances(AccountBalances balances, Instant askedAt, Instant asOf) {
    /** The state before the first answer. */
    static final KnownBalances NONE = new KnownBalances(AccountBalances.UNKNOWN, Instant.MIN, Instant.MIN);

    /** Returns what was free; empty where that is not known. */
    Optional<Amount> free(Asset asset) {
        return balances.of(asset).map(balance -> balance.free());
    }
}
