package io.firstfill.trader.submit;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.trader.listing.Listings;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Venue;
import java.time.Instant;
import java.util.Optional;

/** Says right before each request of a buy whether it may still leave. */
record LastCheck(Listings listings, SendGate gate, Venue venue) {
    /** Returns why no request of the buy may leave any more. */
    record Stop(DenialReason reason, String detail) {}

    Optional<Stop> of(Buy buy) {
        return refused(buy).or(() -> late(buy)).or(() -> moved(buy));
    }

    /** Returns whether a request at that time, by our clock, leaves before the deadline. */
    boolean isInTime(Buy buy, Instant at) {
        return at.isBefore(venue.localTimeOf(buy.deadline()));
    }

    /** Returns the refusal that concerns the run or the environment as a whole. */
    private Optional<Stop> refused(Buy buy) {
        return gate.refusal(buy.runId()).map(reason -> new Stop(reason, "came while submitting"));
    }

    private Optional<Stop> late(Buy buy) {
        return venue.exchangeTime().isBefore(buy.deadline())
                ? Optional.empty()
                : Optional.of(new Stop(DenialReason.SIGNAL_EXPIRED, "deadline=" + buy.deadline()));
    }

    /** A listing that has moved while it was not open is bought at its later opening, by another attempt. */
    private Optional<Stop> moved(Buy buy) {
        Instant tried = buy.timeline().openingTime();
        return listings.moved(buy.listingId())
                .filter(to -> tried != null && to.isAfter(tried) && to.isAfter(venue.exchangeTime()))
                .map(to -> new Stop(DenialReason.NOT_SENT, "opening moved to " + to));
    }
}
