package io.firstfill.scanner.listing;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.value.ListingSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The way in which a surprise was detected.
 *
 * @param source the first source to show the pair
 * @param at when that source showed the pair first; the pair may have waited for a second source since then
 * @param unobservedFor how long the source had not been observed before that; zero without a gap
 * @param confirmed whether the source can be trusted, or a second one shows the pair too
 */
record Detection(ListingSource source, Instant at, Duration unobservedFor, boolean confirmed) {

    /** The detection that an event carries: what is usual is not written. */
    static Detection of(ListingAnnounced event) {
        Duration gap = event.unobservedFor();
        return new Detection(
                event.source(),
                event.detectedAt(),
                gap == null ? Duration.ZERO : gap,
                !Boolean.FALSE.equals(event.confirmed()));
    }
}
