package io.firstfill.trader.mark;

import java.time.Duration;

/** The settings of the tests: a question every 2 s, prices fresh for 5 s, an alert after 10 s. */
record FixedMarkSettings() implements MarkSettings {
    @Override
    public Duration pollInterval() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration fresh() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration reportInterval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration staleAlert() {
        return Duration.ofSeconds(10);
    }
}
