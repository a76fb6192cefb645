package io.firstfill.trader.desk;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.Pacing;
import java.time.Duration;
import java.time.Instant;

/** How fast, and for how long, an order is tried that its pair does not take yet. */
final class Probes {
    private final DeskParts desk;

    Probes(DeskParts desk) {
        this.desk = desk;
    }

    /** From the last request to the next. */
    Duration pause(Submitted state) {
        Instant opening = state.buy().timeline().openingTime();
        Duration interval = desk.settings().probeInterval();
        if (opening == null) {
            return interval;
        }
        Pacing pacing = new Pacing(desk.settings().probeBurst(), desk.settings().probeBurstGap(), interval);
        Duration since = Duration.between(opening, desk.venue().exchangeTime());
        return pacing.next(state.probes(), since, desk.state().opensWith(opening));
    }

    /** While "not supported" may mean "not open yet". A surprise was seen open when it was fired: its time counts from there. */
    boolean mayStillOpen(Buy buy) {
        Instant opening = buy.timeline().openingTime();
        Instant fired = buy.timeline().firedAt();
        Duration since = opening != null
                ? Duration.between(opening, desk.venue().exchangeTime())
                : Duration.between(fired == null ? desk.now() : fired, desk.now());
        return since.compareTo(desk.settings().barredAfter()) <= 0;
    }
}
