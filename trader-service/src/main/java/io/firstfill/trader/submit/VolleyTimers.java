package io.firstfill.trader.submit;

import io.firstfill.trader.firing.FiringThread;
import io.firstfill.trader.firing.OpeningTimer;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Fires the probes of a volley at their moments: the request is signed and its connection held when the refusal of the
 * one before comes, and leaves from the firing thread, because the timers of the event loop may be a millisecond late.
 */
final class VolleyTimers {
    /** A moment farther away needs no more than the timer of the event loop, and holds no connection until then. */
    private static final Duration NEAR = Duration.ofMillis(50);

    private final Venue venue;
    private final TradingLease lease;
    private final EventLoop loop;
    private final FiringThread thread;
    /** Cancelled by the thread that loses the partitions while the event loop may add to them. */
    private final Set<OpeningTimer> timers = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    VolleyTimers(Venue venue, TradingLease lease, EventLoop loop, FiringThread thread) {
        this.venue = venue;
        this.lease = lease;
        this.loop = loop;
        this.thread = thread;
    }

    /** Returns whether a request at this moment, by our clock, is worth a timer. */
    boolean isNear(Instant moment) {
        Duration left = Duration.between(loop.now(), moment);
        return left.isPositive() && left.compareTo(NEAR) <= 0;
    }

    /**
     * Signs a request with the exchange's present time and fires it at the moment.
     *
     * @param then receives on the event loop what was sent; empty without the lease, or past the deadline
     * @return cancels the request; false when it has left
     */
    BooleanSupplier fireAt(Buy buy, Instant moment, Consumer<Optional<SentRequest>> then) {
        Ticket ticket = venue.sign(buy, venue.exchangeTime());
        OpeningTimer timer = new OpeningTimer(
                () -> lease.holds() && venue.exchangeTime().isBefore(buy.deadline()),
                () -> venue.load(ticket),
                shot -> fire(ticket, shot, then),
                held -> loop.execute(() -> then.accept(Optional.empty())));
        timers.removeIf(OpeningTimer::isOver);
        timers.add(timer);
        if (closed) {
            timer.cancel();
        }
        timer.fireAt(moment, thread);
        return timer::cancel;
    }

    /** Runs on the firing thread: the request leaves before anything else is done. */
    private void fire(Ticket ticket, Venue.Shot shot, Consumer<Optional<SentRequest>> then) {
        Instant firedAt = loop.now();
        Uni<PlaceAnswer> answer = shot.fire();
        loop.execute(() -> then.accept(Optional.of(new SentRequest(ticket, firedAt, answer))));
    }

    /** Cancels all timers, because the engine is being closed. From any thread. */
    void cancelAll() {
        closed = true;
        timers.forEach(OpeningTimer::cancel);
    }
}
