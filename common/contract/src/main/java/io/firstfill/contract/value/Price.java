package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A price in quote asset per unit of base asset, greater than zero, with at most 20 digits before and after the point.
 */
public record Price(BigDecimal value) implements Comparable<Price> {
    public Price {
        value = Decimals.normalise(value);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("price must be greater than zero");
        }
    }

    /** Returns the result of a computation, rounded half up to the decimals that the written form carries. */
    public static Price rounded(BigDecimal value) {
        return new Price(Decimals.rounded(value));
    }

    @JsonCreator
    public static Price of(String text) {
        return new Price(Decimals.parse(text));
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
