package io.firstfill.scanner.quote;

import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Set;

/** Pushes the offers of some pairs. An aid: an opening that no push shows is found by polling. */
public interface QuoteFeed {
    /** Subscribes to these pairs and ends the subscription of all others. */
    void subscribe(Set<Pair> pairs);

    /** Gets the offers on an event loop; must not block. */
    interface Listener {
        /**
         * Takes an offer to sell the pair.
         *
         * @param symbol by the exchange's name
         * @param quotedAt by the exchange's clock where the push states it, else by ours
         */
        void offered(String symbol, Instant quotedAt);

        /**
         * Takes the prices of a push; those of a book come after its offer.
         *
         * @param symbol by the exchange's name
         */
        void priced(String symbol, PricePoint point);
    }
}
