package io.firstfill.trader.sell;

import io.firstfill.contract.value.Asset;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What the account holds, as the exchange states it. */
public interface FreeBalances {
    /**
     * One reading of a balance.
     *
     * @param free not in any order
     * @param locked in orders that rest at the exchange
     * @param askedAt when the exchange was asked, by our clock: what it knew later may be missing
     */
    record Reading(BigDecimal free, BigDecimal locked, Instant askedAt) {}

    /** Asks now; empty when that was not answered. */
    Uni<Optional<Reading>> ask(Asset asset);

    /** The reading that is known without asking; empty where none is. */
    Optional<Reading> known(Asset asset);
}
