package io.firstfill.mexc.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast the server's clock runs away from ours, in parts per billion: 1000 are a microsecond a second.
 *
 * @param ppb positive when the server's clock is the faster one
 * @param uncertainty bound of the error, for a drift that has not changed within the window
 */
public record ClockDrift(long ppb, long uncertainty) {

    private static final long PER_MILLION = 1_000;
    private static final long BILLION = 1_000_000_000;

    /** Keeps the arithmetic in range; a clock that moves further between two samples has stepped. */
    private static final long FARTHEST = 9 * BILLION;

    /** Whether it is certainly faster than so many parts per million, either way. */
    public boolean isBeyond(int ppm) {
        return Math.abs(ppb) - uncertainty > ppm * PER_MILLION;
    }

    /** In whole parts per million, towards zero. */
    public long ppm() {
        return ppb / PER_MILLION;
    }

    /** The fastest it can be. */
    long fastest() {
        return Math.abs(ppb) + uncertainty;
    }

    /** How far clocks come apart within a time at a speed. */
    static Duration apart(long ppb, Duration time) {
        return time.isNegative() ? Duration.ZERO : Duration.ofNanos(time.toNanos() / 1_000 * ppb / 1_000_000);
    }

    /** The one speed at which all samples are true; empty when there is none, and while any may be the one. */
    static Optional<ClockDrift> of(List<ClockSample> samples, Duration resolution) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        Instant start = samples.getFirst().sent();
        List<Seen> seen = samples.stream()
                .map(sample -> Seen.of(sample, start, resolution))
                .toList();
        long slowest = -BILLION;
        long fastest = BILLION;
        for (int later = 1; later < seen.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Range range = Range.between(seen.get(earlier), seen.get(later));
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

    /** A sample in nanoseconds: when, and between which values the offset lay. */
    private record Seen(long sent, long received, long low, long high) {

        static Seen of(ClockSample sample, Instant start, Duration resolution) {
            Bounds bounds = sample.bounds(resolution);
            return new Seen(
                    Duration.between(start, sample.sent()).toNanos(),
                    Duration.between(start, sample.received()).toNanos(),
                    bounds.low().toNanos(),
                    bounds.high().toNanos());
        }
    }

    /** What two samples leave open: the server read its clock at an unknown moment of each round trip. */
    private record Range(long slowest, long fastest) {

        /** Null when the two overlap. */
        static @Nullable Range between(Seen earlier, Seen later) {
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
