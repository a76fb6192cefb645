package io.firstfill.simulator.control;

import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.listing.ListingState;
import io.firstfill.simulator.listing.Visibility;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The actual state of a listing, whatever the public sources show.
 *
 * @param trueOpenAt when the first order would have been accepted, machine clock; null before the opening
 * @param expectedOpenAt the expected opening, delay included, machine clock; null once open or withdrawn
 */
record ListingReport(
        String symbol,
        String base,
        String quote,
        String state,
        Instant openAt,
        @Nullable Instant trueOpenAt,
        @Nullable Long trueOpenMicros,
        @Nullable Instant expectedOpenAt,
        Visibility visibility,
        boolean paused,
        BigDecimal referencePrice,
        @Nullable BigDecimal lastPrice) {

    static ListingReport of(Listing listing, ServerClock clock) {
        ListingState state = listing.state();
        Long trueOpen = state instanceof ListingState.Open open ? open.trueOpenMicros() : null;
        boolean scheduled = state instanceof ListingState.Scheduled;
        return new ListingReport(
                listing.symbol(),
                listing.market().pair().base(),
                listing.market().pair().quote(),
                name(state),
                state.openAt(),
                trueOpen == null ? null : ServerClock.instant(trueOpen),
                trueOpen,
                scheduled ? ServerClock.instant(listing.trueOpenMicros(clock)) : null,
                listing.visibility(),
                listing.market().paused(),
                listing.market().referencePrice(),
                listing.market().lastPrice());
    }

    private static String name(ListingState state) {
        return switch (state) {
            case ListingState.Scheduled scheduled -> "SCHEDULED";
            case ListingState.Open open -> "OPEN";
            case ListingState.Withdrawn withdrawn -> "WITHDRAWN";
        };
    }
}
