package io.firstfill.trader.submit;

import io.firstfill.trader.firing.FiringThread;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import java.time.Duration;
import java.util.Optional;

/** Signs and writes single requests, each only while this trader has the lease. */
public final class RequestSender {
    /** A request with less validity left than this is signed anew, because the way to the exchange takes its part. */
    private static final Duration SPARE = Duration.ofMillis(500);

    private final Venue venue;
    private final TradingLease lease;
    private final EventLoop loop;
    private final VolleyTimers volley;

    public RequestSender(Venue venue, TradingLease lease, EventLoop loop, FiringThread thread) {
        this.venue = venue;
        this.lease = lease;
        this.loop = loop;
        this.volley = new VolleyTimers(venue, lease, loop, thread);
    }

    /** The timers of requests that leave at one moment. */
    VolleyTimers volley() {
        return volley;
    }

    /**
     * Signs with the exchange's present time and holds a connection: all that can be done before the buy is durable.
     */
    LoadedRequest load(Buy buy) {
        Ticket ticket = venue.sign(buy, venue.exchangeTime());
        return new LoadedRequest(ticket, venue.load(ticket));
    }

    /**
     * Fires what is loaded; signs anew where it has waited too long, or where the key has changed. Empty when the lease
     * is not held.
     */
    Optional<SentRequest> send(Buy buy, LoadedRequest loaded) {
        boolean fresh =
                venue.exchangeTime().plus(SPARE).isBefore(loaded.ticket().expiry()) && venue.isCurrent(loaded.ticket());
        if (fresh && lease.holds()) {
            return Optional.of(
                    new SentRequest(loaded.ticket(), loop.now(), loaded.shot().fire()));
        }
        loaded.shot().unload();
        return send(buy);
    }

    /**
     * Signs with the exchange's present time and sends. Empty when the lease is not held. The lease is checked last, so
     * that as little time as possible lies between the check and the request.
     */
    Optional<SentRequest> send(Buy buy) {
        Ticket ticket = venue.sign(buy, venue.exchangeTime());
        return lease.holds() ? Optional.of(new SentRequest(ticket, loop.now(), venue.place(ticket))) : Optional.empty();
    }
}
