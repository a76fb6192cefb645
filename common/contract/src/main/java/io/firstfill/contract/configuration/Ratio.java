package io.firstfill.contract.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.firstfill.contract.value.Amount;
import java.math.BigDecimal;

/** A ratio of at most 100, zero or more, such as 0.3 for 30 %; at most 6 decimals. */
public record Ratio(BigDecimal value) {
    private static final BigDecimal MAX = BigDecimal.valueOf(100);
    private static final int MAX_SCALE = 6;

    public Ratio {
        value = new Amount(value).value();
        if (value.compareTo(MAX) > 0 || value.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("ratio must be from 0 to 100 with at most 6 decimals");
        }
    }

    @JsonCreator
    public static Ratio of(String text) {
        return new Ratio(Amount.of(text).value());
    }

    /** Whether this is a share of a whole: over 0 and at most 1. */
    @JsonIgnore
    public boolean isShare() {
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
