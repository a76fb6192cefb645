package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;

/** One level of an order book; on the wire an array of two strings. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"price", "quantity"})
public record DepthLevel(BigDecimal price, BigDecimal quantity) {

    public DepthLevel {
        requireNonNull(price, "price");
        requireNonNull(quantity, "quantity");
        if (price.signum() < 0 || quantity.signum() < 0) {
            throw new IllegalArgumentException("a level is not negative");
        }
    }
}
