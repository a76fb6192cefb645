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
 * Estimates how far the server's clock is from ours, and how fast it runs away.
 *
 * <p>When a request left at {@code s}, its answer came at {@code r} and the server said {@code t}, the server read its
 * clock somewhere between, so the offset lay in {@code [t - r, t + resolution - s]}, and has since moved by no more than
 * the drift. Long round trips and old samples say little; the estimate is the common part of what the best ones leave.
 *
 * <p>These bounds are certain, so a sample outside of what is known proves that a clock has stepped or a server with
 * another clock has answered. Until a second one says the same the estimate covers both, and its uncertainty shuts the
 * gate; then everything older is thrown away. Thread-safe.
 */
public final class ClockOffset {

    /** What a sample did to the estimate. */
    public enum Effect {
        /** It agrees with what was known. */
        AGREED,
        /** It cannot be true together with what was known: ask again soon. */
        DOUBTED,
        /** A clock has stepped: everything older is gone. */
        STEPPED
    }

    private static final int MOST_SAMPLES = 64;
    private static final long PER_MILLION = 1_000;

    private final Duration window;
    private final int best;
    private final Duration resolution;
    private final int driftLimit;
    private final Deque<ClockSample> samples = new ArrayDeque<>();
    private @Nullable ClockSample doubted;
    private @Nullable ClockEstimate known;
    private volatile @Nullable ClockEstimate current;

    /**
     * @param window how long a sample counts
     * @param best how many samples are used
     * @param resolution the step of the server's answer; it is taken to be cut off, not rounded
     * @param driftLimit the fastest drift taken for possible before one has been measured, in parts per million
     */
    public ClockOffset(Duration window, int best, Duration resolution, int driftLimit) {
        this.window = requireNonNull(window, "window");
        this.resolution = requireNonNull(resolution, "resolution");
        if (best < 1 || driftLimit < 0) {
            throw new IllegalArgumentException("At least one sample must be used, and a drift limit is not negative");
        }
        this.best = best;
        this.driftLimit = driftLimit;
    }

    /** A crystal is within 50 parts per million; a disciplined clock is far better. */
    public static ClockOffset standard() {
        return standard(50);
    }

    public static ClockOffset standard(int driftLimit) {
        return new ClockOffset(Duration.ofMinutes(5), 8, Duration.ofMillis(1), driftLimit);
    }

    /** A sample whose answer came before its question, or before an earlier one's, proves a step of the local clock. */
    public synchronized Effect add(ClockSample sample) {
        ClockSample newest = samples.peekLast();
        if (sample.roundTrip().isNegative()) {
            restart();
            return Effect.STEPPED;
        }
        if (newest != null && sample.received().isBefore(newest.received())) {
            return overtaken(newest, sample);
        }
        ClockEstimate before = known;
        if (before == null) {
            return agreed(sample);
        }
        if (before.bounds(sample.received()).meets(sample.bounds(resolution))) {
            forgetDoubt();
            return agreed(sample);
        }
        return disagreed(before, sample);
    }

    /** Two questions at once may be answered in either order; an answer from before the other's question is a step back. */
    private Effect overtaken(ClockSample newest, ClockSample sample) {
        if (!sample.received().isBefore(newest.sent())) {
            return Effect.AGREED;
        }
        restart(sample);
        return Effect.STEPPED;
    }

    /** One server of many with another clock. */
    private void forgetDoubt() {
        if (doubted != null) {
            samples.remove(doubted);
        }
    }

    /** Empty when nothing younger than the window is known. Cheap: the work is done when a sample is added. */
    public Optional<ClockEstimate> estimate(Instant now) {
        ClockEstimate last = current;
        return last == null || last.age(now).compareTo(window) > 0 ? Optional.empty() : Optional.of(last);
    }

    private Effect agreed(ClockSample sample) {
        keep(sample);
        return believed();
    }

    private Effect believed() {
        doubted = null;
        known = estimated();
        current = known;
        return Effect.AGREED;
    }

    /** One speed beyond the limit may join this sample with all others: a drift. If none does, a clock has stepped. */
    private Effect disagreed(ClockEstimate before, ClockSample sample) {
        ClockSample first = doubted;
        keep(sample);
        if (drift().filter(drift -> drift.isBeyond(driftLimit)).isPresent()) {
            return believed();
        }
        if (first != null
                && later(first, sample.received(), driftLimit * PER_MILLION).meets(sample.bounds(resolution))) {
            restart(first, sample);
            return Effect.STEPPED;
        }
        doubted = sample;
        Bounds both = before.bounds(sample.received()).hull(sample.bounds(resolution));
        current = new ClockEstimate(
                both.middle(), both.half(), before.bestRoundTrip(), sample.received(), before.speed(), before.drift());
        return Effect.DOUBTED;
    }

    private void restart(ClockSample... from) {
        samples.clear();
        known = null;
        doubted = null;
        current = null;
        List.of(from).forEach(this::agreed);
    }

    /** The newest sample always counts; of the others those that leave the least open and do not contradict it. */
    private ClockEstimate estimated() {
        ClockSample newest = samples.getLast();
        Instant now = newest.received();
        Optional<ClockDrift> drift = drift();
        long speed = speed(drift);
        Bounds common = later(newest, now, speed);
        List<Bounds> narrowest = samples.stream()
                .map(sample -> later(sample, now, speed))
                .sorted(Comparator.comparing(Bounds::width))
                .limit(best)
                .toList();
        for (Bounds bounds : narrowest) {
            common = common.meets(bounds) ? common.common(bounds) : common;
        }
        return new ClockEstimate(common.middle(), common.half(), shortest(), now, speed, drift);
    }

    private Duration shortest() {
        return samples.stream()
                .map(ClockSample::roundTrip)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Optional<ClockDrift> drift() {
        return ClockDrift.of(List.copyOf(samples), resolution);
    }

    /** The limit, unless the clocks are certainly faster than that. */
    private long speed(Optional<ClockDrift> drift) {
        return drift.filter(known -> known.isBeyond(driftLimit))
                .map(ClockDrift::fastest)
                .orElse(driftLimit * PER_MILLION);
    }

    /** What a sample still says then: the clocks drift from the moment the server read its own, which may be the first. */
    private Bounds later(ClockSample sample, Instant then, long speed) {
        return sample.bounds(resolution).widened(ClockDrift.apart(speed, Duration.between(sample.sent(), then)));
    }

    private void keep(ClockSample sample) {
        samples.addLast(sample);
        Instant horizon = sample.received().minus(window);
        while (samples.size() > MOST_SAMPLES || samples.getFirst().received().isBefore(horizon)) {
            samples.removeFirst();
        }
    }
}
