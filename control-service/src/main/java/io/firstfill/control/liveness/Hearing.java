package io.firstfill.control.liveness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time up to which control has read its topics. Up to then it has heard whoever gave a sign; what came later it may
 * not have heard, because its own connection is away or because it is slow, and then no service is called silent for
 * it.
 */
@ApplicationScoped
public class Hearing {
    /** More than the time between two readings while all is well, and less than a service needs to be silent. */
    static final Duration DEAF_AFTER = Duration.ofSeconds(4);

    private final InstantSource clock;
    private volatile @Nullable Heard heard;

    /** @param since when the present hearing began, without a gap since */
    private record Heard(Instant until, Instant since) {}

    Hearing(InstantSource clock) {
        this.clock = clock;
    }

    /** Every record that was on the topics at that time has been read. Called by one thread. */
    public void read(Instant until) {
        Heard before = heard;
        heard = before == null || isGap(before.until(), until)
                ? new Heard(until, until)
                : new Heard(until, before.since());
    }

    private static boolean isGap(Instant before, Instant until) {
        return until.isBefore(before) || before.plus(DEAF_AFTER).isBefore(until);
    }

    /** Returns the time until which control has heard everybody; empty before the first reading. */
    public Optional<Instant> until() {
        return Optional.ofNullable(heard).map(Heard::until);
    }

    /** Returns since when control has heard everybody without a gap; empty before the first reading. */
    public Optional<Instant> since() {
        return Optional.ofNullable(heard).map(Heard::since);
    }

    /** Returns whether control does not know what the services do now. */
    public boolean isDeaf() {
        Heard last = heard;
        return last != null && !last.until().plus(DEAF_AFTER).isAfter(clock.instant());
    }

    /** Returns the time as of which silence is judged: the present, or the time until which control has heard. */
    Instant asOf() {
        Instant now = clock.instant();
        return until().filter(now::isAfter).orElse(now);
    }
}
