package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A quantity of a base asset, zero or more, with at most 20 digits before and after the point. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public Quantity {
        value = Decimals.normalise(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("quantity must be zero or more");
        }
    }

    /** Returns the result of a computation, rounded half up to the decimals that the written form carries. */
    public static Quantity rounded(BigDecimal value) {
        return new Quantity(Decimals.rounded(value));
    }

    @JsonCreator
    public static Quantity of(String text) {
        return new Quantity(Decimals.parse(text));
    }

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
