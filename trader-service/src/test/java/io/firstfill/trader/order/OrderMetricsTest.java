package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.Timeline;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FR-007: proves that each hop of a buy is measured once, and only where both its ends are meaningful. */
class OrderMetricsTest {
    private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OrderMetrics metrics = new OrderMetrics(registry);

    @Test
    void aSurpriseIsMeasuredFromItsEventToItsFill() {
        Timeline filled = timeline(null, 5, 6, 7);

        metrics.accepted(filled);
        metrics.ended(filled);

        assertThat(measured("surprise"))
                .containsOnlyKeys(
                        "event_detected",
                        "detected_signaled",
                        "signaled_consumed",
                        "consumed_durable",
                        "consumed_signed",
                        "durable_written",
                        "detected_written",
                        "written_answered",
                        "answered_filled")
                .containsEntry("detected_written", 6L)
                .containsEntry("answered_filled", 1L);
        assertThat(measured("scheduled")).isEmpty();
    }

    @Test
    void aScheduledBuyIsMeasuredAgainstItsOpeningAndNeverBelowZero() {
        Timeline sentAhead = timeline(T.plusMillis(100), 5, 1, 7);

        metrics.accepted(sentAhead);
        metrics.ended(sentAhead);

        assertThat(measured("scheduled"))
                .containsOnlyKeys(
                        "detected_signaled",
                        "signaled_consumed",
                        "fired_written",
                        "fired_durable",
                        "opening_written",
                        "written_answered",
                        "answered_filled")
                .containsEntry("opening_written", 0L)
                .containsEntry("fired_durable", 1L);
    }

    @Test
    void aRefusedBuyWithoutTimelineIsNotMeasured() {
        metrics.refused(null);

        assertThat(registry.getMeters()).isEmpty();
    }

    private static Timeline timeline(@Nullable Instant opening, int submitted, int signed, int written) {
        return new Timeline(
                opening,
                T,
                T.plusMillis(1),
                T.plusMillis(2),
                T.plusMillis(3),
                T.plusMillis(4),
                T.plusMillis(submitted),
                T.plusMillis(signed),
                T.plusMillis(written),
                T.plusMillis(8),
                T.plusMillis(9),
                null);
    }

    /** Returns whole milliseconds by hop, and asserts that each hop is measured once. */
    private Map<String, Long> measured(String kind) {
        Map<String, Long> found = new TreeMap<>();
        for (Timer timer :
                registry.find("firstfill.order.hop").tag("kind", kind).timers()) {
            assertThat(timer.count()).isEqualTo(1);
            found.put(String.valueOf(timer.getId().getTag("hop")), (long) timer.totalTime(TimeUnit.MILLISECONDS));
        }
        return found;
    }
}
