package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public trade. It has no id on this wire, and the order of a list of them is not promised: sort by time.
 *
 * @param tradeType BID when the taker bought, ASK when the taker sold
 */
public record Trade(
        BigDecimal price,
        @JsonProperty("qty") BigDecimal quantity,
        @JsonProperty("quoteQty") @Nullable BigDecimal quoteQuantity,
        Instant time,
        @Nullable String tradeType) {

    public Trade {
        requireNonNull(price, "price");
        requireNonNull(quantity, "quantity");
        requireNonNull(time, "time");
    }
}
