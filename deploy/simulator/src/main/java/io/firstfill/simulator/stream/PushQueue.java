package io.firstfill.simulator.stream;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** The delayed pushes of one channel on one socket. Each is sent when its lag is over; the order of pushes is kept. */
final class PushQueue {

    private final Vertx vertx;
    private final LongSupplier micros;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long lastDue;

    PushQueue(Vertx vertx, LongSupplier micros) {
        this.vertx = vertx;
        this.micros = micros;
    }

    /** Runs a push after a lag, and not before the pushes that were added earlier. */
    void add(long lagMicros, Runnable push) {
        long now = micros.getAsLong();
        lastDue = Math.max(lastDue, now + lagMicros);
        if (waiting.isEmpty() && lastDue <= now) {
            push.run();
        } else {
            waiting.addLast(push);
            vertx.setTimer(
                    Math.max(1, Math.ceilDiv(lastDue - now, 1000L)),
                    ignored -> waiting.removeFirst().run());
        }
    }
}
