package io.firstfill.risk.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The time of one decision, read from two clocks at once.
 *
 * @param now the wall clock, which may be stepped forward or back at any time
 * @param uptime a monotonic clock, which is never stepped and starts anywhere
 * @param origin names the processor whose monotonic clock was read: uptimes of two origins cannot be compared
 */
public record ClockReading(Instant now, Duration uptime, UUID origin) {
    public ClockReading {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(uptime, "uptime");
        Objects.requireNonNull(origin, "origin");
    }
}
