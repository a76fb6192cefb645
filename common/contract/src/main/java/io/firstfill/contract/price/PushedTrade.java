package io.firstfill.contract.price;

import io.firstfill.contract.value.Price;
import java.time.Instant;
import java.util.Objects;

/**
 * A trade that the exchange has pushed.
 *
 * @param at when it was made, by the exchange's clock
 */
public record PushedTrade(Instant at, Price price) {
    public PushedTrade {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(price, "price");
    }
}
