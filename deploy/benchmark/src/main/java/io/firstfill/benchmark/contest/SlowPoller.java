package io.firstfill.benchmark.contest;

import io.firstfill.benchmark.contest.Rival.RawConnection;
import io.firstfill.benchmark.contest.Rival.Trader;
import io.firstfill.benchmark.time.ClockWait;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A program that asks every 500 ms which symbols are open to API trading and buys each new one with a market order at
 * once. It knows no opening beforehand.
 */
final class SlowPoller implements Runnable, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final RawConnection polls;
    private final RawConnection orders;
    private final Trader trader;
    private final InstantSource clock;
    private final Set<String> known = new HashSet<>();
    private volatile boolean closed;

    SlowPoller(URI exchange, String exitAddress, Trader trader, InstantSource clock) {
        this.polls = new RawConnection(exchange, exitAddress);
        this.orders = new RawConnection(exchange, exitAddress);
        this.trader = trader;
        this.clock = clock;
    }

    /** Polls until it is closed. The symbols of the first answer are not new. */
    @Override
    public void run() {
        known.addAll(shown());
        Instant next = clock.instant();
        while (!closed && !Thread.currentThread().isInterrupted()) {
            next = next.plus(INTERVAL);
            ClockWait.until(next, clock);
            Set<String> fresh = shown();
            fresh.removeAll(known);
            known.addAll(fresh);
            fresh.forEach(symbol -> orders.exchange(trader.marketBuy(orders.host(), symbol, clock.millis())));
        }
    }

    private Set<String> shown() {
        RawConnection.Reply reply = polls.get("/api/v3/defaultSymbols");
        return reply.status() != 200
                ? new TreeSet<>()
                : new JsonObject(reply.body())
                        .getJsonArray("data").stream()
                                .map(Object::toString)
                                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        closed = true;
    }
}
