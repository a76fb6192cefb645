package io.firstfill.local.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Microseconds as the report writes and the samples hold them. */
final class Micros {
    private Micros() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static String millis(long micros) {
        return BigDecimal.valueOf(micros, 3).toPlainString();
    }

    /** With two digits. */
    static String ratio(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Milliseconds with two digits, or a dash. */
    static String shown(OptionalLong micros) {
        return micros.isEmpty()
                ? "–"
                : BigDecimal.valueOf(micros.getAsLong(), 3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
