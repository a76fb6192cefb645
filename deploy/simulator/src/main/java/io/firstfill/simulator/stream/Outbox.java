package io.firstfill.simulator.stream;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Pushes of one channel on one socket: each leaves when its lag is over, none overtakes another. */
final class Outbox {

    private final Vertx vertx;
    private final LongSupplier micros;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long lastDue;

    Outbox(Vertx vertx, LongSupplier micros) {
        this.vertx = vertx;
        this.micros = micros;
    }

    void after(long lagMicros, Runnable push) {
        long now = micros.getAsLong();
        lastDue = Math.max(lastDue, now + lagMicros);
        if (waiting.isEmpty() && lastDue <= now) {
            push.run();
        } else {
            waiting.addLast(push);
            vertx.setTimer(
                    Math.max(1, Math.ceilDiv(lastDue - now, 1000L)),
                    due -> waiting.removeFirst().run());
        }
    }
}
