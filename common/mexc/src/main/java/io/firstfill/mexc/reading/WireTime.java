package io.firstfill.mexc.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the exchange's times, milliseconds since 1970. */
public final class WireTime {

    /** The end of the year 9999: no record, database or RFC 3339 text carries a later time. */
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private WireTime() {}

    /**
     * Returns null for zero and less, by which the exchange says that there is no time.
     *
     * @throws IllegalArgumentException for a time after the year 9999
     */
    public static @Nullable Instant ofMillis(long millis) {
        if (millis > LATEST) {
            throw new IllegalArgumentException("a time after the year 9999");
        }
        return millis <= 0 ? null : Instant.ofEpochMilli(millis);
    }
}
