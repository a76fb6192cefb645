package io.firstfill.scanner.quote;

import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Set;

/** Pushes the offers of some pairs. An aid: what it does not say is found by asking. */
public interface QuoteFeed {
    /** These pairs from now on, and no others. */
    void watch(Set<Pair> pairs);

    /** Told on a thread that must not be kept waiting. */
    interface Listener {
        /**
         * Somebody offers the pair for sale.
         *
         * @param symbol by the exchange's name
         * @param quotedAt by the exchange's clock where it said so
         */
        void offered(String symbol, Instant quotedAt);
    }
}
