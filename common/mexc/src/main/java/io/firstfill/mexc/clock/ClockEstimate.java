package io.firstfill.mexc.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An estimate of the server's clock: server time = local time + offset, within the uncertainty.
 *
 * @param offset positive when the server's clock is ahead of ours
 * @param uncertainty bound of the error at the time of measurement; see {@link #uncertainty(Instant)} for later times
 * @param bestRoundTrip the shortest round trip in the window
 * @param measuredAt local time of the newest sample
 * @param speed how fast the clocks may drift apart from then on, in parts per billion
 * @param drift how fast the clocks drift apart, as measured; empty while that is not known
 */
public record ClockEstimate(
        Duration offset,
        Duration uncertainty,
        Duration bestRoundTrip,
        Instant measuredAt,
        long speed,
        Optional<ClockDrift> drift) {

    public Duration age(Instant now) {
        return Duration.between(measuredAt, now);
    }

    /** Returns the bound of the error now: the clocks may have drifted since they were measured. */
    public Duration uncertainty(Instant now) {
        return uncertainty.plus(ClockDrift.apart(speed, age(now)));
    }

    /** Returns this offset with an uncertainty that reaches to the bounds of a sample that contradicts it. */
    ClockEstimate doubted(Bounds odd, Instant at) {
        Bounds both = bounds(at).hull(odd);
        Duration below = offset.minus(both.low());
        Duration above = both.high().minus(offset);
        Duration farthest = below.compareTo(above) >= 0 ? below : above;
        return new ClockEstimate(offset, farthest, bestRoundTrip, at, speed, drift);
    }

    Bounds bounds(Instant now) {
        return new Bounds(offset, offset).widened(uncertainty(now));
    }
}
