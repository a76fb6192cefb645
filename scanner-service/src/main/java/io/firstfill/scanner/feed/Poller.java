package io.firstfill.scanner.feed;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks one feed again and again, on its own timer, never a second time before the first answer. */
public final class Poller {
    /** After an unanswered question a fast feed slows down a little, so as not to hammer a host that is coming back. */
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Feed feed;
    private final Supplier<Duration> interval;
    private final Consumer<PollResult> heard;
    private final InstantSource clock;
    private boolean running;
    private boolean asking;
    private boolean hurried;
    private long timer;
    private Instant due = Instant.MIN;

    /** @param heard gets every look, on an event loop; must not block */
    public Poller(Vertx vertx, Feed feed, Supplier<Duration> interval, Consumer<PollResult> heard, InstantSource clock) {
        this.vertx = vertx;
        this.feed = feed;
        this.interval = interval;
        this.heard = heard;
        this.clock = clock;
    }

    public synchronized void start() {
        if (!running) {
            running = true;
            wait(Duration.ZERO);
        }
    }

    /** A question under way is still answered; none follows. */
    public synchronized void stop() {
        running = false;
        vertx.cancelTimer(timer);
    }

    /** Asks after this time instead of at its next turn, or right after the answer under way, which may be too old. */
    public synchronized void hurry(Duration pause) {
        hurried = asking;
        if (running && !asking) {
            vertx.cancelTimer(timer);
            wait(pause);
        }
    }

    /** Asks now if its turn comes within this time anyway. */
    public synchronized void pull(Duration within) {
        if (running && !asking && !due.isAfter(clock.instant().plus(within))) {
            vertx.cancelTimer(timer);
            wait(Duration.ZERO);
        }
    }

    private void wait(Duration delay) {
        due = clock.instant().plus(delay);
        timer = vertx.setTimer(Math.max(1, delay.toMillis()), id -> ask());
    }

    private void ask() {
        synchronized (this) {
            if (!running || asking) {
                return;
            }
            asking = true;
        }
        Instant asked = clock.instant();
        feed.look()
                .subscribe()
                .with(look -> answered(asked, look), failure -> answered(asked, new PollResult.Failed(failure.toString())));
    }

    private void answered(Instant asked, PollResult look) {
        try {
            heard.accept(look);
        } finally {
            next(asked, look);
        }
    }

    private synchronized void next(Instant asked, PollResult look) {
        asking = false;
        if (running) {
            Instant now = clock.instant();
            Duration delay = hurried ? Duration.ZERO : pause(asked, look, now);
            hurried = false;
            wait(delay);
        }
    }

    private Duration pause(Instant asked, PollResult look, Instant now) {
        Duration usual = Duration.between(now, asked.plus(interval.get()));
        return switch (look) {
            case PollResult.Good ignored -> usual;
            case PollResult.Odd ignored -> longer(usual, AFTER_FAILURE);
            case PollResult.Failed ignored -> longer(usual, AFTER_FAILURE);
            case PollResult.Throttled throttled -> longer(usual, Duration.between(now, throttled.until()));
            case PollResult.Held held -> Duration.between(now, held.until());
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
