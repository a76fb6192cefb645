package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A price in quote asset per unit of base asset, greater than zero. */
public record Price(BigDecimal value) implements Comparable<Price> {
    public Price {
        value = Decimals.normalise(value);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("price must be greater than zero");
        }
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
