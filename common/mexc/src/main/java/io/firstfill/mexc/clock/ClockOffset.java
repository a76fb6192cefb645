package io.firstfill.mexc.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how far the server's clock is from ours.
 *
 * <p>When a request left at {@code s}, its answer came at {@code r} and the server said {@code t}, the server read its
 * clock somewhere between, so the offset lies in {@code [t - r, t + resolution - s]}. Long round trips say little; the
 * estimate is the common part of those intervals over the shortest round trips, starting from the best. A sample that
 * contradicts better ones is passed over. Thread-safe.
 */
public final class ClockOffset {

    private final Duration window;
    private final int best;
    private final Duration resolution;
    private final Deque<ClockSample> samples = new ArrayDeque<>();
    private volatile @Nullable ClockEstimate current;

    /**
     * @param window how long a sample counts
     * @param best how many of the shortest round trips are used
     * @param resolution the step of the server's answer; it is taken to be cut off, not rounded
     */
    public ClockOffset(Duration window, int best, Duration resolution) {
        this.window = requireNonNull(window, "window");
        this.resolution = requireNonNull(resolution, "resolution");
        if (best < 1) {
            throw new IllegalArgumentException("At least one sample must be used: " + best);
        }
        this.best = best;
    }

    public static ClockOffset standard() {
        return new ClockOffset(Duration.ofMinutes(5), 8, Duration.ofMillis(1));
    }

    /** A sample whose answer came before its question proves a clock step in between: everything older goes with it. */
    public synchronized void add(ClockSample sample) {
        ClockSample newest = samples.peekLast();
        boolean stepped = newest != null && sample.received().isBefore(newest.received());
        if (stepped || sample.roundTrip().isNegative()) {
            samples.clear();
            current = null;
        }
        if (sample.roundTrip().isNegative()) {
            return;
        }
        samples.addLast(sample);
        forgetBefore(sample.received().minus(window));
        current = estimated();
    }

    /** Empty when nothing younger than the window is known. Cheap: the work is done when a sample is added. */
    public Optional<ClockEstimate> estimate(Instant now) {
        ClockEstimate known = current;
        return known == null || known.age(now).compareTo(window) > 0 ? Optional.empty() : Optional.of(known);
    }

    private ClockEstimate estimated() {
        return common(samples.stream()
                .sorted(Comparator.comparing(ClockSample::roundTrip))
                .limit(best)
                .toList());
    }

    private ClockEstimate common(List<ClockSample> shortest) {
        ClockSample first = shortest.getFirst();
        Duration low = lowest(first);
        Duration high = highest(first);
        Instant measuredAt = first.received();
        for (ClockSample sample : shortest) {
            Duration newLow = max(low, lowest(sample));
            Duration newHigh = min(high, highest(sample));
            if (newLow.compareTo(newHigh) <= 0) {
                low = newLow;
                high = newHigh;
                measuredAt = measuredAt.isAfter(sample.received()) ? measuredAt : sample.received();
            }
        }
        Duration uncertainty = high.minus(low).dividedBy(2);
        return new ClockEstimate(low.plus(uncertainty), uncertainty, first.roundTrip(), measuredAt);
    }

    private static Duration lowest(ClockSample sample) {
        return Duration.between(sample.received(), sample.serverTime());
    }

    private Duration highest(ClockSample sample) {
        return Duration.between(sample.sent(), sample.serverTime()).plus(resolution);
    }

    private void forgetBefore(Instant horizon) {
        for (ClockSample oldest = samples.peekFirst();
                oldest != null && oldest.received().isBefore(horizon);
                oldest = samples.peekFirst()) {
            samples.removeFirst();
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
