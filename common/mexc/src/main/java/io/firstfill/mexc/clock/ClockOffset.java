package io.firstfill.mexc.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the offset of the server's clock from ours, and the drift between the two.
 *
 * <p>When a request left at {@code s}, its answer came at {@code r} and the server answered {@code t}, the server read
 * its clock between {@code s} and {@code r}. The offset lay therefore in {@code [t - r, t + resolution - s]}, and has
 * since changed by no more than the drift. Long round trips and old samples bound the offset loosely; the estimate is
 * the intersection of the bounds of the best samples.
 *
 * <p>These bounds are certain, so that a sample outside of the known bounds proves that a clock has stepped or that a
 * server with another clock has answered. Which of the two, only further samples tell: until {@value #CONFIRMATIONS} in
 * a row agree on the odd offset, the offset stays the last trusted one, so that an outlier moves no buy that aims by
 * it, and the uncertainty covers both, too large for {@link ServerClock#isTrusted}. Then the step is followed and all
 * older samples are discarded. Thread-safe.
 */
public final class ClockOffset {

    /** What a sample did to the estimate. */
    public enum Effect {
        /** The sample agrees with the known bounds. */
        AGREED,
        /** The sample contradicts the known bounds: take another one soon. */
        DOUBTED,
        /** A clock has stepped: all older samples are discarded. */
        STEPPED
    }

    /** A server with another clock, one of many behind one name, rarely answers so often in a row. */
    private static final int CONFIRMATIONS = 3;

    /** Two samples allow some speed whatever they say; a drift needs that many before the one it explains. */
    private static final int LINE = 2;

    private static final int MOST_SAMPLES = 64;
    private static final long PER_MILLION = 1_000;

    private final Duration window;
    private final int best;
    private final Duration resolution;
    private final int driftLimit;
    private final Deque<ClockSample> samples = new ArrayDeque<>();
    /** The samples in a row that contradict the known bounds. */
    private final List<ClockSample> doubted = new ArrayList<>();
    /** How many of them, up to the last, agree with each other. */
    private int agreeing;
    /** Whether the exchange has refused a timestamp by the known offset. */
    private boolean refuted;

    private volatile long steps;
    private @Nullable ClockEstimate known;
    private volatile @Nullable ClockEstimate current;

    /**
     * @param window how long a sample counts
     * @param best how many samples are used
     * @param resolution the step of the server's answer; the answer is assumed to be cut off, not rounded
     * @param driftLimit the fastest drift assumed possible before one has been measured, in parts per million
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

    /** Returns an estimator for a drift within 50 parts per million, the limit of a crystal without discipline. */
    public static ClockOffset standard() {
        return standard(50);
    }

    public static ClockOffset standard(int driftLimit) {
        return new ClockOffset(Duration.ofMinutes(5), 8, Duration.ofMillis(1), driftLimit);
    }

    /**
     * Adds a sample. One whose answer came before its request, or before the request of an earlier sample, proves a
     * step of the local clock.
     */
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
            dropDoubted();
            return agreed(sample);
        }
        return disagreed(before, sample);
    }

    /**
     * Handles an answer older than the newest sample. Two requests at once may be answered in either order; an answer
     * from before the request of the newest sample proves that the local clock stepped back.
     */
    private Effect overtaken(ClockSample newest, ClockSample sample) {
        if (!sample.received().isBefore(newest.sent())) {
            return Effect.AGREED;
        }
        restart(sample);
        return Effect.STEPPED;
    }

    /**
     * The exchange has refused a timestamp by the known offset: that is the confirmation, and the next sample that
     * contradicts the offset is followed at once.
     */
    public synchronized void refuted() {
        refuted = true;
    }

    /** Drops the doubted samples: one of several servers has another clock. */
    private void dropDoubted() {
        samples.removeAll(doubted);
    }

    /** How often a clock has certainly stepped. */
    public long steps() {
        return steps;
    }

    /**
     * Returns the estimate, or empty when every sample is older than the window. Cheap: the computation happens when a
     * sample is added.
     */
    public Optional<ClockEstimate> estimate(Instant now) {
        ClockEstimate last = current;
        return last == null || last.age(now).compareTo(window) > 0 ? Optional.empty() : Optional.of(last);
    }

    private Effect agreed(ClockSample sample) {
        keep(sample);
        return accept();
    }

    private Effect accept() {
        refuted = false;
        doubted.clear();
        known = estimated();
        current = known;
        return Effect.AGREED;
    }

    /**
     * Handles a sample outside of the known bounds. If one speed beyond the drift limit joins this sample with all
     * others, the clocks drift. If no speed does, a clock has stepped.
     */
    private Effect disagreed(ClockEstimate before, ClockSample sample) {
        boolean measurable = samples.size() >= LINE;
        keep(sample);
        if (measurable && drift().filter(drift -> drift.isBeyond(driftLimit)).isPresent()) {
            return accept();
        }
        agreeing = !doubted.isEmpty() && agrees(doubted.getLast(), sample) ? agreeing + 1 : 1;
        doubted.add(sample);
        if (refuted || agreeing >= CONFIRMATIONS) {
            restart(doubted.subList(doubted.size() - agreeing, doubted.size()).toArray(ClockSample[]::new));
            return Effect.STEPPED;
        }
        current = before.doubted(sample.bounds(resolution), sample.received());
        return Effect.DOUBTED;
    }

    private boolean agrees(ClockSample first, ClockSample sample) {
        return first.later(sample.received(), resolution, driftLimit * PER_MILLION)
                .meets(sample.bounds(resolution));
    }

    private void restart(ClockSample... from) {
        samples.clear();
        known = null;
        doubted.clear();
        current = null;
        long before = steps;
        steps = before + 1;
        List.of(from).forEach(this::agreed);
    }

    /**
     * Computes the estimate. The newest sample always counts; of the others those with the narrowest bounds that do not
     * contradict it.
     */
    private ClockEstimate estimated() {
        ClockSample newest = samples.getLast();
        Instant now = newest.received();
        Optional<ClockDrift> drift = drift();
        long speed = speed(drift);
        Bounds common = newest.later(now, resolution, speed);
        List<Bounds> narrowest = samples.stream()
                .map(sample -> sample.later(now, resolution, speed))
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

    /** Returns the drift limit, unless the clocks certainly drift faster. */
    private long speed(Optional<ClockDrift> drift) {
        return drift.filter(known -> known.isBeyond(driftLimit))
                .map(ClockDrift::fastest)
                .orElse(driftLimit * PER_MILLION);
    }

    private void keep(ClockSample sample) {
        samples.addLast(sample);
        Instant horizon = sample.received().minus(window);
        while (samples.size() > MOST_SAMPLES || samples.getFirst().received().isBefore(horizon)) {
            samples.removeFirst();
        }
    }
}
