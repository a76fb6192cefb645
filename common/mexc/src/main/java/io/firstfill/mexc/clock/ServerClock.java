package io.firstfill.mexc.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The exchange's time as far as it is known. Without an estimate it is the local time: check {@link #isTrusted} first.
 */
public final class ServerClock implements InstantSource {

    /**
     * A sample from the future proves that our clock has stepped back since. The rounding of the times of a sample is
     * less than this.
     */
    private static final Duration SET_BACK = Duration.ofMillis(-10);

    private final InstantSource local;
    private final ClockOffset offset;

    public ServerClock(InstantSource local, ClockOffset offset) {
        this.local = requireNonNull(local, "local");
        this.offset = requireNonNull(offset, "offset");
    }

    @Override
    public Instant instant() {
        Instant now = local.instant();
        return offset.estimate(now).map(estimate -> now.plus(estimate.offset())).orElse(now);
    }

    /** Returns what our own clock shows at the moment at which the exchange's clock shows {@code serverTime}. */
    public Instant localTimeOf(Instant serverTime) {
        return estimate().map(known -> serverTime.minus(known.offset())).orElse(serverTime);
    }

    public Optional<ClockEstimate> estimate() {
        return offset.estimate(local.instant());
    }

    /** How often a clock has certainly stepped since the start. */
    public long steps() {
        return offset.steps();
    }

    /**
     * Whether the time is known well enough now. Drift since the last sample counts as uncertainty, and a local clock
     * that was set back is not trusted.
     */
    public boolean isTrusted(Duration maxAge, Duration maxUncertainty) {
        Instant now = local.instant();
        return offset.estimate(now)
                .filter(known -> known.age(now).compareTo(SET_BACK) >= 0)
                .filter(known -> known.age(now).compareTo(maxAge) <= 0)
                .filter(known -> known.uncertainty(now).compareTo(maxUncertainty) <= 0)
                .isPresent();
    }
}
