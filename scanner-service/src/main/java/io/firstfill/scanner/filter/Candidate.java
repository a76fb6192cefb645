package io.firstfill.scanner.filter;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.qualification.Qualification;
import io.firstfill.scanner.run.ActiveRun;
import java.time.Duration;
import java.time.Instant;

/**
 * A listing that a run may buy, with all that the filters look at, at one moment.
 *
 * @param leftAlone whether a person has decided that no run buys the listing
 */
record Candidate(Listing listing, Qualification qualification, boolean leftAlone, ActiveRun run, Instant now) {
    Configuration configuration() {
        return run.configuration();
    }

    boolean isSurprise() {
        return listing.opening() == null;
    }

    String base() {
        return listing.pair().base().code();
    }

    /** The opening; for a surprise the earliest moment at which it can have opened unseen. */
    Instant start() {
        Instant opening = listing.opening();
        return opening == null ? listing.origin().detectedAt().minus(unobservedFor()) : opening;
    }

    /** Returns how long the sources had not been observed when the listing was first shown. */
    Duration unobservedFor() {
        return listing instanceof Opened opened ? opened.unobservedFor() : Duration.ZERO;
    }

    Duration age() {
        return Duration.between(start(), now);
    }

    /** The last moment at which an order may be sent. */
    Instant deadline() {
        return start().plus(
                        isSurprise()
                                ? configuration().signalMaxAge()
                                : configuration().probeWindow());
    }
}
