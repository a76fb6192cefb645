package io.firstfill.scanner.mexc;

import io.firstfill.contract.id.EnvironmentId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Measures the stream of book tickers: connections, losses, unreadable frames and the lag of pushes. */
final class QuoteMeters {
    private final Counter lives;
    private final Counter losses;
    private final Counter unreadable;
    private final Timer lag;

    QuoteMeters(MeterRegistry registry, EnvironmentId environment) {
        String tag = environment.value();
        lives = registry.counter("firstfill.scanner.book.ticker.lives", "environment", tag);
        losses = registry.counter("firstfill.scanner.book.ticker.losses", "environment", tag);
        unreadable = registry.counter("firstfill.scanner.book.ticker.frames.unreadable", "environment", tag);
        lag = registry.timer("firstfill.scanner.book.ticker.lag", "environment", tag);
    }

    void live() {
        lives.increment();
    }

    void lost() {
        losses.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    /**
     * Records the time from the quote, by the exchange's clock, to its arrival by ours: the clocks' offset is part of
     * it.
     */
    void lag(Instant quotedAt, Instant seenAt) {
        Duration between = Duration.between(quotedAt, seenAt);
        lag.record(between.isNegative() ? Duration.ZERO : between);
    }
}
