package io.firstfill.trader.order;

import io.firstfill.contract.order.Timeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long each hop of a buy took, and how buys end (FR-007). Recorded after the fact, never before a request leaves. */
public final class Hops {
    private final MeterRegistry registry;
    private final Timer signal;
    private final Timer durable;
    private final Timer detected;
    private final Timer opening;
    private final Timer answer;
    private final Timer fill;

    public Hops(MeterRegistry registry) {
        this.registry = registry;
        signal = timer(registry, "firstfill_trader_signal_to_consumed");
        durable = timer(registry, "firstfill_trader_consumed_to_submitted");
        detected = timer(registry, "firstfill_trader_detected_to_written");
        opening = timer(registry, "firstfill_trader_opening_to_written");
        answer = timer(registry, "firstfill_trader_written_to_answered");
        fill = timer(registry, "firstfill_trader_answered_to_filled");
    }

    public void accepted(Timeline t) {
        record(signal, t.signaledAt(), t.consumedAt());
        record(answer, t.writtenAt(), t.answeredAt());
        if (t.openingTime() == null) {
            record(durable, t.consumedAt(), t.submittedAt());
            record(detected, t.detectedAt(), t.writtenAt());
        } else {
            record(opening, t.openingTime(), t.writtenAt());
        }
    }

    public void ended(Timeline t) {
        record(fill, t.answeredAt(), t.filledAt());
    }

    /** @param outcome the type of the event that ended or furthered it */
    public void count(String outcome) {
        registry.counter("firstfill_trader_order_events", "type", outcome).increment();
    }

    private static void record(Timer timer, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            Duration hop = Duration.between(from, to);
            timer.record(hop.isNegative() ? Duration.ZERO : hop);
        }
    }

    private static Timer timer(MeterRegistry registry, String name) {
        return Timer.builder(name).publishPercentileHistogram().register(registry);
    }
}
