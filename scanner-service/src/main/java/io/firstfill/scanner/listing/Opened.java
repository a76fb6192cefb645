package io.firstfill.scanner.listing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listing that has been seen trading.
 *
 * @param opening null for a surprise
 * @param unobservedFor how long the source had not been observed before it showed the pair first; zero without a gap
 * @param confirmed false where the only source to show it showed more unknown pairs than an exchange lists at once
 */
public record Opened(
        Origin origin, @Nullable Instant opening, Instant seenAt, Duration unobservedFor, boolean confirmed)
        implements Listing {

    public boolean isSurprise() {
        return opening == null;
    }

    Opened seenAt(Instant at) {
        return new Opened(origin, opening, at, unobservedFor, confirmed);
    }

    /** A surprise as it is announced; the announcement is the moment at which it was seen trading. */
    static Opened surprise(Origin origin, Detection detection) {
        Instant seenAt = origin.announced().occurredAt();
        return new Opened(origin, null, seenAt, detection.unobservedFor(), detection.confirmed());
    }
}
