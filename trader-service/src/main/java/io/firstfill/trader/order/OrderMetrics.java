package io.firstfill.trader.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.firstfill.contract.order.Hop;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.Timeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records how long each hop of a buy took, and how buys end (FR-007), never before a request leaves. All hops are one
 * family, which the ledger continues: {@code firstfill_order_hop_seconds{hop,kind}}. A hop that ended before the moment
 * it is measured from counts as zero, because a histogram has no negative values.
 */
public final class OrderMetrics {
    private static final Logger LOG = Logger.getLogger(OrderMetrics.class);
    private static final String FAMILY = "firstfill.order.hop";
    private static final Duration SHORTEST = Duration.ofNanos(100_000);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** Buckets around the promises of SC-002: 5 ms and 25 ms inside our services, 2 s in all. */
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

    /** Hops that are not known yet when the exchange answers. */
    private static final Set<Hop> AFTER_ANSWER = Set.of(Hop.ANSWERED_FILLED, Hop.FIRED_DURABLE);

    private final MeterRegistry registry;

    public OrderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Registers every meter, so that each series begins at zero and not with the first buy. */
    public OrderMetrics registered() {
        for (Hop.Kind kind : Hop.Kind.values()) {
            Hop.of(kind).forEach(hop -> timer(hop, kind));
        }
        for (JsonSubTypes.Type type : Objects.requireNonNull(OrderEvent.class.getAnnotation(JsonSubTypes.class))
                .value()) {
            counter(type.value().getSimpleName());
        }
        return this;
    }

    /** Records what an event of an order makes known, and counts it. */
    public void record(OrderEvent event) {
        count(event.type());
        switch (event) {
            case OrderAccepted accepted -> accepted(accepted.timeline());
            case OrderRejected rejected -> refused(rejected.timeline());
            case OrderFilled filled -> ended(filled.timeline());
            case OrderCanceled canceled -> ended(canceled.timeline());
            default -> LOG.debugf("Committed: type=%s run=%s", event.type(), event.runId());
        }
    }

    void accepted(Timeline t) {
        record(t, false);
    }

    void ended(Timeline t) {
        record(t, true);
    }

    void refused(@Nullable Timeline t) {
        if (t != null) {
            record(t, false);
            record(t, true);
        }
    }

    /** Counts an event of an order by its type. */
    private void count(String type) {
        counter(type).increment();
    }

    private Counter counter(String type) {
        return registry.counter("firstfill_trader_order_events", "type", type);
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
