package io.firstfill.trader.order;

import io.firstfill.contract.order.Hop;
import io.firstfill.contract.order.Timeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long each hop of a buy took, and how buys end (FR-007). Recorded after the fact, never before a request leaves. One
 * family for all hops, which the ledger continues: {@code firstfill_order_hop_seconds{hop,kind}}. What happened ahead of
 * the moment it is measured from counts as no time, because a histogram has no negative values.
 */
public final class Hops {
    private static final String FAMILY = "firstfill.order.hop";
    private static final Duration SHORTEST = Duration.ofNanos(100_000);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** Around what is promised: 5 ms and 25 ms inside our services, 2 s in all. */
    private static final Duration[] OBJECTIVES = {
        SHORTEST,
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(15),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        LONGEST
    };

    /** Not known yet when the exchange answers. */
    private static final Set<Hop> AFTER_ANSWER = Set.of(Hop.ANSWERED_FILLED, Hop.FIRED_DURABLE);

    private final MeterRegistry registry;

    public Hops(MeterRegistry registry) {
        this.registry = registry;
    }

    public void accepted(Timeline t) {
        record(t, false);
    }

    public void refused(@Nullable Timeline t) {
        if (t != null) {
            record(t, false);
            record(t, true);
        }
    }

    public void ended(Timeline t) {
        record(t, true);
    }

    /** @param outcome the type of the event that ended or furthered it */
    public void count(String outcome) {
        registry.counter("firstfill_trader_order_events", "type", outcome).increment();
    }

    private void record(Timeline t, boolean afterAnswer) {
        Map<Hop, Duration> known = Hop.of(t);
        known.forEach((hop, took) -> {
            if (AFTER_ANSWER.contains(hop) == afterAnswer) {
                timer(hop, Hop.Kind.of(t)).record(took.isNegative() ? Duration.ZERO : took);
            }
        });
    }

    private Timer timer(Hop hop, Hop.Kind kind) {
        return Timer.builder(FAMILY)
                .description("From one step of a buy to the next")
                .tag("hop", hop.label())
                .tag("kind", kind.label())
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry);
    }
}
