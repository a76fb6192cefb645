package io.firstfill.mexc.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The speed at which the server's clock drifts from ours, in parts per billion: 1000 are a microsecond a second.
 *
 * @param ppb positive when the server's clock is the faster one
 * @param uncertainty bound of the error, for a drift that has not changed within the window
 */
public record ClockDrift(long ppb, long uncertainty) {

    private static final long PER_MILLION = 1_000;
    private static final long BILLION = 1_000_000_000;

    /** The limit keeps the arithmetic in range; a clock that moves further between two samples has stepped. */
    private static final long FARTHEST = 9 * BILLION;

    /** Whether the drift is certainly faster than so many parts per million, in either direction. */
    public boolean isBeyond(int ppm) {
        return Math.abs(ppb) - uncertainty > ppm * PER_MILLION;
    }

    /** Returns the drift in whole parts per million, rounded towards zero. */
    public long ppm() {
        return ppb / PER_MILLION;
    }

    /** Returns the fastest speed that the drift may have. */
    long fastest() {
        return Math.abs(ppb) + uncertainty;
    }

    /** Returns how far clocks drift apart within a time at a speed. */
    static Duration apart(long ppb, Duration time) {
        return time.isNegative() ? Duration.ZERO : Duration.ofNanos(time.toNanos() / 1_000 * ppb / 1_000_000);
    }

    /**
     * Returns the speed at which all samples are true. Empty when there is no such speed, and while any speed may be
     * it.
     */
    static Optional<ClockDrift> of(List<ClockSample> samples, Duration resolution) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        Instant start = samples.getFirst().sent();
        List<Measured> measured = samples.stream()
                .map(sample -> Measured.of(sample, start, resolution))
                .toList();
        long slowest = -BILLION;
        long fastest = BILLION;
        for (int later = 1; later < measured.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Range range = Range.between(measured.get(earlier), measured.get(later));
                if (range != null) {
                    slowest = Math.max(slowest, range.slowest());
                    fastest = Math.min(fastest, range.fastest());
                }
            }
        }
        long half = (fastest - slowest) / 2 + 1;
        return fastest < slowest || half > BILLION
                ? Optional.empty()
                : Optional.of(new ClockDrift(slowest + half - 1, half));
    }

    /** A sample in nanoseconds: when it was taken, and between which values the offset lay. */
    private record Measured(long sent, long received, long low, long high) {

        static Measured of(ClockSample sample, Instant start, Duration resolution) {
            Bounds bounds = sample.bounds(resolution);
            return new Measured(
                    Duration.between(start, sample.sent()).toNanos(),
                    Duration.between(start, sample.received()).toNanos(),
                    bounds.low().toNanos(),
                    bounds.high().toNanos());
        }
    }

    /** The speeds that two samples allow: the server read its clock at an unknown moment of each round trip. */
    private record Range(long slowest, long fastest) {

        /** Returns null when the two round trips overlap. */
        static @Nullable Range between(Measured earlier, Measured later) {
            long shortest = later.sent() - earlier.received();
            long longest = later.received() - earlier.sent();
            if (shortest <= 0) {
                return null;
            }
            long least = later.low() - earlier.high();
            long most = later.high() - earlier.low();
            return new Range(speed(least, least < 0 ? shortest : longest), speed(most, most < 0 ? longest : shortest));
        }

        private static long speed(long way, long time) {
            return Math.clamp(way, -FARTHEST, FARTHEST) * BILLION / time;
        }
    }
}
