package io.firstfill.simulator.listing;

import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The server time from which each public source shows a scheduled pair. Where the time is null, the calendar never
 * shows the pair and the other sources show it once it is open.
 */
public record Visibility(
        @Nullable Instant calendar,
        @Nullable Instant exchangeInfo,
        @Nullable Instant symbolsV2,
        @Nullable Instant symbolsV2Ready) {

    /** Of a pair that has long been open: everywhere but in the calendar. */
    static final Visibility STANDING = new Visibility(null, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** Of a pair opened in the past week: in the calendar and everywhere else. */
    static final Visibility RECENT = new Visibility(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** Of a listing that no source announces. */
    public static final Visibility SURPRISE = new Visibility(null, null, null, null);

    static boolean reached(@Nullable Instant from, ClockReading now) {
        return from != null && now.serverMicros() >= ServerClock.micros(from);
    }
}
