package io.firstfill.simulator.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when each public source shows a coming pair. Without an instant the calendar never does, the others do once the pair
 * is open.
 */
public record Visibility(
        @Nullable Instant calendar,
        @Nullable Instant exchangeInfo,
        @Nullable Instant symbolsV2,
        @Nullable Instant symbolsV2Ready) {

    static final Visibility STANDING = new Visibility(null, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** In the calendar and, its opening being past, everywhere else. */
    static final Visibility RECENT = new Visibility(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** A listing nobody announced. */
    public static final Visibility SURPRISE = new Visibility(null, null, null, null);

    static boolean reached(@Nullable Instant from, Moment now) {
        return from != null && now.serverMicros() >= ServerClock.micros(from);
    }
}
