package io.firstfill.scanner.listing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Trading has been seen.
 *
 * @param opening null for a surprise
 * @param unseenFor how long nobody looked before first sight, zero when the source was watched without a break
 */
public record Opened(Origin origin, @Nullable Instant opening, Instant seenAt, Duration unseenFor) implements Listing {

    public boolean isSurprise() {
        return opening == null;
    }

    Opened seenAt(Instant at) {
        return new Opened(origin, opening, at, unseenFor);
    }

    Opened unseenFor(Duration gap) {
        return new Opened(origin, opening, seenAt, gap);
    }
}
