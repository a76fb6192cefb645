package io.firstfill.scanner.timer;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Timers of Vert.x. */
@ApplicationScoped
class VertxTimers implements Timers {
    private final Vertx vertx;

    VertxTimers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        long id = vertx.setTimer(millis(delay), fired -> task.run());
        return () -> vertx.cancelTimer(id);
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        long id = vertx.setPeriodic(millis(period), fired -> task.run());
        return () -> vertx.cancelTimer(id);
    }

    /** Vert.x refuses a delay of less than 1 ms. */
    private static long millis(Duration delay) {
        return Math.max(1, delay.toMillis());
    }
}
