package io.firstfill.ledger.metrics;

import io.firstfill.contract.Message;
import io.firstfill.contract.order.Hop;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.Timeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * Times the last hops of an order, which end at the ledger's commit, in the metric family that the trader begins: from
 * the time in the trader's message to the commit.
 */
final class RecordingHops {
    private static final String TOLD = "told_recorded";
    private static final String FILLED = "filled_recorded";

    private final MeterRegistry registry;

    RecordingHops(MeterRegistry registry) {
        this.registry = registry;
        for (Hop.Kind kind : Hop.Kind.values()) {
            timer(TOLD, kind);
            timer(FILLED, kind);
        }
    }

    void recorded(Message message, Instant now) {
        if (message instanceof OrderStep step) {
            Timeline timeline = step.timeline();
            if (timeline != null) {
                measure(step, timeline, now);
            }
        }
    }

    private void measure(OrderStep step, Timeline timeline, Instant now) {
        Duration took = JournalMetrics.since(step, now);
        timer(TOLD, Hop.Kind.of(timeline)).record(took);
        if (reportsFill(step)) {
            timer(FILLED, Hop.Kind.of(timeline)).record(took);
        }
    }

    private static boolean reportsFill(OrderStep step) {
        return step instanceof OrderPartiallyFilled
                || step instanceof OrderFilled
                || (step instanceof OrderCanceled canceled
                        && !canceled.filledQuantity().isZero());
    }

    private Timer timer(String hop, Hop.Kind kind) {
        return Timer.builder("firstfill.order.hop")
                .description("From one step of a buy to the next")
                .tag("hop", hop)
                .tag("kind", kind.label())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .maximumExpectedValue(Duration.ofSeconds(2))
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry);
    }
}
