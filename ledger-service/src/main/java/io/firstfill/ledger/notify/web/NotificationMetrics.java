package io.firstfill.ledger.notify.web;

import io.firstfill.ledger.notify.DeliveryCounts;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.NotificationTargets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures by target what became of attempts, and how many have failed in a row. */
@Singleton
class NotificationMetrics implements DeliveryCounts {
    private record Meters(Counter sent, Counter failed, Counter givenUp, AtomicInteger inARow) {}

    private final Map<String, Meters> meters = new HashMap<>();

    NotificationMetrics(MeterRegistry registry, NotificationTargets targets) {
        targets.all().forEach(target -> meters.put(target.label(), meters(registry, target)));
    }

    private static Meters meters(MeterRegistry registry, NotificationTarget target) {
        AtomicInteger inARow = new AtomicInteger();
        Gauge.builder("firstfill.ledger.notification.failures.in.a.row", inARow, AtomicInteger::get)
                .tags("environment", target.environment().value(), "target", target.name())
                .strongReference(true)
                .register(registry);
        return new Meters(
                counter(registry, target, "sent"),
                counter(registry, target, "failed"),
                counter(registry, target, "given-up"),
                inARow);
    }

    private static Counter counter(MeterRegistry registry, NotificationTarget target, String result) {
        return Counter.builder("firstfill.ledger.notification.attempts")
                .tags("environment", target.environment().value(), "target", target.name(), "result", result)
                .register(registry);
    }

    @Override
    public void sent(NotificationTarget target) {
        Meters of = meters.get(target.label());
        if (of != null) {
            of.sent().increment();
            of.inARow().set(0);
        }
    }

    @Override
    public void failed(NotificationTarget target) {
        Meters of = meters.get(target.label());
        if (of != null) {
            of.failed().increment();
            of.inARow().incrementAndGet();
        }
    }

    @Override
    public void givenUp(NotificationTarget target) {
        Meters of = meters.get(target.label());
        if (of != null) {
            of.givenUp().increment();
            of.inARow().incrementAndGet();
        }
    }
}
