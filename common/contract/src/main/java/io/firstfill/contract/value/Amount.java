package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An amount of a quote asset, zero or more, with at most 20 digits before and after the point. The pair or the field
 * beside the amount names the asset.
 */
public record Amount(BigDecimal value) implements Comparable<Amount> {
    public Amount {
        value = Decimals.normalise(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("amount must be zero or more");
        }
    }

    /** Returns the result of a computation, rounded half up to the decimals that the written form carries. */
    public static Amount rounded(BigDecimal value) {
        return new Amount(Decimals.rounded(value));
    }

    @JsonCreator
    public static Amount of(String text) {
        return new Amount(Decimals.parse(text));
    }

    public static final Amount ZERO = new Amount(BigDecimal.ZERO);

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    /** @throws IllegalArgumentException when {@code other} is larger: an amount is never negative */
    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value));
    }

    public boolean exceeds(Amount other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
