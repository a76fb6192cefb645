package io.firstfill.contract.price;

import io.firstfill.contract.value.Price;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a pair at one time; null where the answer had none.
 *
 * @param at when the answer was read, by our clock
 * @param last price of the last trade
 * @param trade the first trade of a push; null where the prices are an answer or a book, and in records written before
 *     it was stated
 */
public record PricePoint(
        Instant at,
        @Nullable Price last,
        @Nullable Price bid,
        @Nullable Price ask,
        @Nullable PushedTrade trade) {
    public PricePoint {
        Objects.requireNonNull(at, "at");
    }

    /** The prices of an answer or of a book. */
    public PricePoint(Instant at, @Nullable Price last, @Nullable Price bid, @Nullable Price ask) {
        this(at, last, bid, ask, null);
    }
}
