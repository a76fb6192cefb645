package io.firstfill.scanner.feed;

import io.firstfill.scanner.timer.Timers;
import io.firstfill.scanner.timer.Timers.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Polls one feed again and again on a timer of its own. A poll starts only after the poll before it has completed.
 * Thread-safe.
 */
public final class Poller {
    /** The shortest pause after a failed poll: a fast feed must not flood a host that is coming back. */
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Timers timers;
    private final Feed feed;
    private final Supplier<Duration> interval;
    private final Consumer<PollResult> onResult;
    private final InstantSource clock;
    private boolean running;
    /** A poll has been sent and has not completed. */
    private boolean polling;
    /** The next poll starts as soon as the poll under way has completed. */
    private boolean pollAgain;

    /** A decision waits for the next poll. */
    private boolean urgent;

    private Instant urgentAt = Instant.MIN;
    private Timer timer = Timer.NONE;
    private Instant nextPollAt = Instant.MIN;

    /**
     * @param interval from the start of one poll to the start of the next; read anew after each poll
     * @param onResult gets every result, on an event loop; must not block
     */
    public Poller(
            Timers timers, Feed feed, Supplier<Duration> interval, Consumer<PollResult> onResult, InstantSource clock) {
        this.timers = timers;
        this.feed = feed;
        this.interval = interval;
        this.onResult = onResult;
        this.clock = clock;
    }

    public synchronized void start() {
        if (!running) {
            running = true;
            schedule(Duration.ZERO);
        }
    }

    /** Ends the polling. A poll under way still delivers its result. */
    public synchronized void stop() {
        running = false;
        timer.cancel();
    }

    /**
     * Schedules the next poll after this delay instead of at its regular time. While a poll is under way, whose answer
     * may be too old already, the next poll follows right after it instead.
     */
    public synchronized void expedite(Duration delay) {
        pollAgain = polling;
        if (running && !polling) {
            timer.cancel();
            schedule(delay);
        }
    }

    /**
     * Polls now, because a decision waits for the answer, with the part of the request budget that is kept for that.
     * Where that part has no room either, the poll follows as soon as it has.
     *
     * @param apart the shortest time between two such calls; one that comes earlier has no effect
     */
    public synchronized void pollAtOnce(Duration apart) {
        Instant now = clock.instant();
        if (!urgentAt.isAfter(now.minus(apart))) {
            urgentAt = now;
            urgent = true;
            expedite(Duration.ZERO);
        }
    }

    /** Polls now if the next poll is due within this time anyway. */
    public synchronized void pollIfDueWithin(Duration time) {
        if (running && !polling && !nextPollAt.isAfter(clock.instant().plus(time))) {
            timer.cancel();
            schedule(Duration.ZERO);
        }
    }

    private void schedule(Duration delay) {
        timer.cancel();
        nextPollAt = clock.instant().plus(delay);
        timer = timers.after(delay, this::poll);
    }

    private void poll() {
        boolean atOnce;
        synchronized (this) {
            if (!running || polling) {
                return;
            }
            polling = true;
            atOnce = urgent;
            urgent = false;
        }
        Instant startedAt = clock.instant();
        (atOnce ? feed.pollAtOnce() : feed.poll())
                .subscribe()
                .with(
                        result -> completed(startedAt, result, atOnce),
                        failure -> completed(startedAt, new PollResult.Failed(failure.toString()), atOnce));
    }

    /** The next poll is scheduled also when the consumer of the result fails. */
    private void completed(Instant startedAt, PollResult result, boolean atOnce) {
        try {
            onResult.accept(result);
        } finally {
            scheduleNext(startedAt, result, atOnce);
        }
    }

    private synchronized void scheduleNext(Instant startedAt, PollResult result, boolean atOnce) {
        polling = false;
        urgent |= atOnce && result instanceof PollResult.Held;
        if (running) {
            Duration delay = pollAgain ? Duration.ZERO : delayAfter(result, startedAt, clock.instant());
            pollAgain = false;
            schedule(delay);
        }
    }

    private Duration delayAfter(PollResult result, Instant startedAt, Instant now) {
        Duration regular = Duration.between(now, startedAt.plus(interval.get()));
        return switch (result) {
            case PollResult.Good ignored -> regular;
            case PollResult.Unusable ignored -> longer(regular, AFTER_FAILURE);
            case PollResult.Failed ignored -> longer(regular, AFTER_FAILURE);
            case PollResult.Throttled throttled -> longer(regular, Duration.between(now, throttled.until()));
            case PollResult.Held held -> Duration.between(now, held.until());
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
