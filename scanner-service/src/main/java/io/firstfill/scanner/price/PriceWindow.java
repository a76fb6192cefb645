package io.firstfill.scanner.price;

import io.firstfill.scanner.listing.Awaited;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.listing.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the prices of a listing are recorded: from a minute before its opening to an hour after.
 *
 * @param from inclusive
 * @param opened the opening, or when the pair was seen trading where that was later
 */
record PriceWindow(Instant from, Instant opened) {
    private static final Duration BEFORE = Duration.ofMinutes(1);
    private static final Duration AFTER = Duration.ofHours(1);

    /** Empty for a listing that was withdrawn. A surprise has nothing before the moment at which it was seen. */
    static Optional<PriceWindow> of(Listing listing) {
        return switch (listing) {
            case Awaited awaited ->
                Optional.of(new PriceWindow(awaited.opening().minus(BEFORE), awaited.opening()));
            case Opened opened -> Optional.of(of(opened));
            case Withdrawn withdrawn -> Optional.empty();
        };
    }

    private static PriceWindow of(Opened listing) {
        Instant seen = listing.seenAt();
        Instant opening = listing.opening();
        if (opening == null) {
            return new PriceWindow(seen.minus(BEFORE), seen);
        }
        Instant first = opening.isBefore(seen) ? opening : seen;
        return new PriceWindow(first.minus(BEFORE), opening.isAfter(seen) ? opening : seen);
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(opened.plus(AFTER));
    }

    /** Returns how far the opening is from that moment. */
    Duration distance(Instant at) {
        return Duration.between(opened, at).abs();
    }
}
