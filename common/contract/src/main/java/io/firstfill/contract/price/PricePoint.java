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
 */
public record PricePoint(
        Instant at,
        @Nullable Price last,
        @Nullable Price bid,
        @Nullable Price ask) {
    public PricePoint {
        Objects.requireNonNull(at, "at");
    }
}
