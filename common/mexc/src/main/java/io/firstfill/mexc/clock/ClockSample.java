package io.firstfill.mexc.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * One request for the server's time, with its answer.
 *
 * @param sent local time not later than the first byte left
 * @param received local time not earlier than the answer's first byte came
 * @param serverTime the answer of the server, in whole milliseconds
 */
public record ClockSample(Instant sent, Instant received, Instant serverTime) {

    public ClockSample {
        requireNonNull(sent, "sent");
        requireNonNull(received, "received");
        requireNonNull(serverTime, "serverTime");
    }

    public Duration roundTrip() {
        return Duration.between(sent, received);
    }

    /**
     * Returns the values between which the offset lay: the server read its clock after the request left and before the
     * answer came.
     */
    Bounds bounds(Duration resolution) {
        return new Bounds(
                Duration.between(received, serverTime),
                Duration.between(sent, serverTime).plus(resolution));
    }

    /**
     * Returns what this sample proves at a later time: the clocks drift from the moment at which the server read its
     * clock, which may be the first of the round trip.
     *
     * @param resolution the step of the server's answer
     * @param speed how fast the clocks may drift, in parts per billion
     */
    Bounds later(Instant then, Duration resolution, long speed) {
        return bounds(resolution).widened(ClockDrift.apart(speed, Duration.between(sent, then)));
    }
}
