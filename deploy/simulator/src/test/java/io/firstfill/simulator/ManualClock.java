package io.firstfill.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A machine's clock that stands still until a test moves it. Both the test and the simulator's event loop read it. */
public final class ManualClock implements InstantSource {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private volatile Instant now;

    public ManualClock() {
        this(START);
    }

    public ManualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
