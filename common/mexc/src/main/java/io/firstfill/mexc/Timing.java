package io.firstfill.mexc;

import io.firstfill.mexc.clock.ClockSample;
import io.firstfill.mexc.market.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times of a request and its answer, by the local clock, in microseconds.
 *
 * @param handed the connection was ready and the request was handed to it: not later than its first byte
 * @param written the socket had taken the whole request, as the transport reported; {@code handed} if it did not report
 * @param answered the head of the answer had been read
 */
public record Timing(Instant handed, Instant written, Instant answered) {

    public Timing {
        handed = handed.truncatedTo(ChronoUnit.MICROS);
        written = written.truncatedTo(ChronoUnit.MICROS);
        answered = answered.truncatedTo(ChronoUnit.MICROS);
    }

    public Duration roundTrip() {
        return Duration.between(handed, answered);
    }

    /** Returns the request as a measurement of the server's clock. */
    public ClockSample sample(ServerTime answer) {
        return new ClockSample(handed, answered.plus(1, ChronoUnit.MICROS), answer.serverTime());
    }
}
