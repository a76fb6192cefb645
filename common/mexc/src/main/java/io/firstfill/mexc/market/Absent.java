package io.firstfill.mexc.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Converts the forms of an absent value: the exchange writes an empty side of a book as "", null or "0"; all three
 * become null.
 */
final class Absent {

    private Absent() {}

    static @Nullable BigDecimal whenZero(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }
}
