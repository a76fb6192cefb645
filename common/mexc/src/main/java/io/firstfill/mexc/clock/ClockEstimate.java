package io.firstfill.mexc.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Server time = local time + offset, give or take the uncertainty.
 *
 * @param offset positive when the server is ahead of us
 * @param uncertainty bound of the error at the time of measurement: never more than half the best round trip plus half
 *     the server's resolution. Drift since then is not in it
 * @param bestRoundTrip the shortest round trip in the window
 * @param measuredAt local time of the newest sample the estimate rests on
 */
public record ClockEstimate(Duration offset, Duration uncertainty, Duration bestRoundTrip, Instant measuredAt) {

    public Duration age(Instant now) {
        return Duration.between(measuredAt, now);
    }
}
