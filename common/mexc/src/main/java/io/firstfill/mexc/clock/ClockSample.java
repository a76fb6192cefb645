package io.firstfill.mexc.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * One question for the server's time.
 *
 * @param sent local time not later than the first byte left
 * @param received local time not earlier than the answer's first byte came
 * @param serverTime what the server said, in whole milliseconds
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

    /** Between which values the offset lay: the server read its clock after the question and before the answer. */
    Bounds bounds(Duration resolution) {
        return new Bounds(
                Duration.between(received, serverTime),
                Duration.between(sent, serverTime).plus(resolution));
    }
}
