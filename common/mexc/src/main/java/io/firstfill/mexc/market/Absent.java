package io.firstfill.mexc.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An empty side of a book comes as "", null or "0"; all three are told as null. */
final class Absent {

    private Absent() {}

    static @Nullable BigDecimal whenZero(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }
}
