package io.firstfill.trader.warmup;

import io.firstfill.contract.id.EnvironmentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the first warm-up of this process is over, or none is possible in any environment. Thread-safe. */
@ApplicationScoped
public class WarmUpState {
    /** The longest time from the start of the process; a warm-up that takes longer is not waited for. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Instant until;
    private final Set<EnvironmentId> awaited = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    WarmUpState(InstantSource clock) {
        this.clock = clock;
        this.until = clock.instant().plus(LONGEST);
    }

    /** The environments that this process trades; a standby has none to warm up, and is ready to take over. */
    public void awaits(Set<EnvironmentId> environments) {
        awaited.clear();
        awaited.addAll(environments);
        endIfNoneIsAwaited();
    }

    private void endIfNoneIsAwaited() {
        if (awaited.isEmpty()) {
            over = true;
        }
    }

    /** Takes what becomes of the warm-ups of an environment: one that has run serves all, which share the code. */
    public WarmUp.Progress of(EnvironmentId environment) {
        return new WarmUp.Progress() {
            @Override
            public void over() {
                over = true;
            }

            @Override
            public void impossible() {
                awaited.remove(environment);
                endIfNoneIsAwaited();
            }
        };
    }

    boolean isOver() {
        return over || !clock.instant().isBefore(until);
    }
}
