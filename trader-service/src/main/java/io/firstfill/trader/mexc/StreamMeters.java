package io.firstfill.trader.mexc;

import io.firstfill.contract.id.EnvironmentId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures whether an account's private stream is live, and how late its messages are (FR-007). */
final class StreamMeters {
    private final AtomicInteger connected = new AtomicInteger();
    private final Counter lives;
    private final Counter losses;
    private final Counter unreadable;
    private final Counter refused;
    private final Timer lag;

    StreamMeters(MeterRegistry registry, EnvironmentId environment) {
        String tag = environment.value();
        registry.gauge("firstfill_stream_connected", Tags.of("environment", tag), connected);
        lives = registry.counter("firstfill_stream_lives", "environment", tag);
        losses = registry.counter("firstfill_stream_losses", "environment", tag);
        unreadable = registry.counter("firstfill_stream_frames_unreadable", "environment", tag);
        refused = registry.counter("firstfill_stream_subscriptions_refused", "environment", tag);
        lag = Timer.builder("firstfill_stream_lag")
                .tag("environment", tag)
                .publishPercentileHistogram()
                .register(registry);
    }

    void live() {
        connected.set(1);
        lives.increment();
    }

    void lost() {
        connected.set(0);
        losses.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void refused() {
        refused.increment();
    }

    /** The delay from the exchange's sending, by our estimate of its clock, to our receipt. */
    void lag(Duration lag) {
        this.lag.record(lag.isNegative() ? Duration.ZERO : lag);
    }
}
