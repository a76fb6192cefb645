package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The trades of one minute; on the wire an array of eight values, of which the first two are read.
 *
 * @param opening the price of the first trade
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"begins", "opening"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Candle(Instant begins, BigDecimal opening) {

    public Candle {
        requireNonNull(begins, "begins");
        requireNonNull(opening, "opening");
        if (opening.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative");
        }
    }
}
