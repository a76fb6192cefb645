package io.firstfill.benchmark.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Converts microseconds, the unit of all samples, from times and to the text of the report. */
public final class Micros {
    private Micros() {}

    /** Microseconds since the epoch. */
    public static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Milliseconds with all three digits, as the simulator's control API takes them. */
    public static String millis(long micros) {
        return BigDecimal.valueOf(micros, 3).toPlainString();
    }

    /** The quotient of two durations, rounded to two digits. */
    public static String ratio(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Milliseconds rounded to two digits, or a dash when there is no figure. */
    public static String shown(OptionalLong micros) {
        return micros.isEmpty()
                ? "–"
                : BigDecimal.valueOf(micros.getAsLong(), 3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
