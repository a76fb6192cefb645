package io.firstfill.mexc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only the test moves. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void move(Duration by) {
        now = now.plus(by);
    }
}
