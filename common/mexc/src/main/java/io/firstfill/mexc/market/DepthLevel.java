package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;

/** Two strings in an array on the wire. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"price", "quantity"})
public record DepthLevel(BigDecimal price, BigDecimal quantity) {

    public DepthLevel {
        requireNonNull(price, "price");
        requireNonNull(quantity, "quantity");
    }
}
