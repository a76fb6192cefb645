package io.firstfill.trader.submit;

import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.Orders;
import java.time.Duration;
import java.time.Instant;

/** The pace and the end of the requests for an order that its pair does not take yet. */
final class ProbeSchedule {
    private final Orders orders;
    private final Venue venue;
    private final EventLoop loop;
    private final SubmitSettings settings;

    ProbeSchedule(Orders orders, Venue venue, EventLoop loop, SubmitSettings settings) {
        this.orders = orders;
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
    }

    /** The time between the last request and the next one. */
    Duration pause(Submitted state) {
        Instant opening = state.buy().timeline().openingTime();
        Duration interval = settings.probeInterval();
        if (opening == null) {
            return interval;
        }
        Pacing pacing = new Pacing(settings.probeBurst(), settings.probeBurstGap(), interval);
        Duration since = Duration.between(opening, venue.exchangeTime());
        return pacing.next(state.probes(), since, orders.opensWith(opening));
    }

    /**
     * Returns whether "not supported" may still mean "not open yet". A surprise was seen open when it was fired, so
     * that its time counts from there.
     */
    boolean mayStillOpen(Buy buy) {
        Instant opening = buy.timeline().openingTime();
        Instant fired = buy.timeline().firedAt();
        Instant now = loop.now();
        Duration since = opening != null
                ? Duration.between(opening, venue.exchangeTime())
                : Duration.between(fired == null ? now : fired, now);
        return since.compareTo(settings.barredAfter()) <= 0;
    }
}
