package io.firstfill.trader.schedule;

import io.firstfill.trader.firing.FiringThread;
import io.firstfill.trader.firing.OpeningTimer;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Aims armed buys at the moment their opening has by our clock: anew every quarter of a second, because the exchange's
 * clock may drift or jump in the meantime.
 */
public final class Aim {
    /** The clock offset is read for the last time this long before the opening. */
    private static final Duration LAST_READING = Duration.ofMillis(500);

    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** The test orders of the last warm-up have left the order rate's second when the opening begins. */
    private static final List<Duration> WARM_UPS = List.of(Duration.ofSeconds(5), Duration.ofMillis(1_300));

    /** What a look-up takes of the rate is free again after a second, and the opening has the whole of it. */
    private static final Duration HELD_BEFORE = Duration.ofMillis(1_050);
    /** The late buys of other listings slow down from then on, and what they sent before is a second old in time. */
    private static final Duration SHARED_BEFORE = Duration.ofMillis(1_300);
    /** The probes of an opening that comes in its likely time count no more. */
    private static final Duration SHARED_AFTER = Duration.ofMillis(1_060);
    /** Longer than a volley lasts where nothing is accepted. */
    private static final Duration HELD_AFTER = Duration.ofMillis(150);

    private final Venue venue;
    private final Function<Buy, Duration> firstDelay;
    private final EventLoop loop;
    private final FiringThread thread;

    /** @param firstDelay how long after its opening the first request of a buy is best to arrive */
    public Aim(Venue venue, Function<Buy, Duration> firstDelay, EventLoop loop, FiringThread thread) {
        this.venue = venue;
        this.firstDelay = firstDelay;
        this.loop = loop;
        this.thread = thread;
    }

    /** @param isWanted whether the timer is still the one of its order */
    void at(Armed armed, OpeningTimer timer, BooleanSupplier isWanted) {
        Instant opening = armed.openingTime();
        Duration left = until(opening);
        if (left.isPositive()) {
            WARM_UPS.forEach(before -> loop.after(left.minus(before), venue::warmUp));
            loop.after(left.minus(SHARED_BEFORE), () -> share(armed.buy(), opening, isWanted));
            loop.after(left.minus(HELD_BEFORE), () -> hold(opening, isWanted));
        }
        aim(armed.buy(), opening, timer, isWanted);
    }

    private void aim(Buy buy, Instant opening, OpeningTimer timer, BooleanSupplier isWanted) {
        Duration left = until(opening).minus(LAST_READING);
        if (!left.isPositive()) {
            Instant arrival = venue.localTimeOf(opening).plus(firstDelay.apply(buy));
            timer.fireAt(arrival.minus(venue.lead()), thread);
        } else if (isWanted.getAsBoolean()) {
            loop.after(left.compareTo(INTERVAL) > 0 ? INTERVAL : left, () -> aim(buy, opening, timer, isWanted));
        }
    }

    private void hold(Instant opening, BooleanSupplier isWanted) {
        if (isWanted.getAsBoolean()) {
            venue.holdQueries(opening, venue.localTimeOf(opening).plus(HELD_AFTER));
        }
    }

    private void share(Buy buy, Instant opening, BooleanSupplier isWanted) {
        if (isWanted.getAsBoolean()) {
            Instant first = venue.localTimeOf(opening);
            venue.rate().join(buy.clientOrderId(), false, first, first.plus(SHARED_AFTER));
        }
    }

    private Duration until(Instant opening) {
        return Duration.between(loop.now(), venue.localTimeOf(opening));
    }
}
