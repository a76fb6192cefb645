package io.firstfill.trader.warmup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Whether the first warm-up of this process is over. Thread-safe. */
@ApplicationScoped
public class WarmUpState {
    /** The longest time from the start of the process; a warm-up that takes longer is not waited for. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Instant until;
    private volatile boolean over;

    WarmUpState(InstantSource clock) {
        this.clock = clock;
        this.until = clock.instant().plus(LONGEST);
    }

    /** The warm-up of one environment has ended, or none is possible: code and connections serve all environments. */
    public void over() {
        over = true;
    }

    boolean isOver() {
        return over || !clock.instant().isBefore(until);
    }
}
