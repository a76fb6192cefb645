package io.firstfill.risk.metrics;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.cap.Level;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Registers gauges and counters of the risk books that this instance owns; a gauge of another instance's book is NaN.
 */
@ApplicationScoped
class BookMetrics implements BookListener {
    private final MeterRegistry registry;
    private final Map<EnvironmentId, Snapshot> books = new ConcurrentHashMap<>();

    BookMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Snapshot(RiskBook book, List<Level> levels) {}

    @Override
    public void stored(RiskBook book, List<Message> events) {
        EnvironmentId environment = book.environment();
        if (books.put(environment, new Snapshot(book, book.levels())) == null) {
            register(environment);
        }
        long granted = events.stream().filter(PermitGranted.class::isInstance).count();
        registry.counter("firstfill.risk.permits.granted", tags(environment)).increment((double) granted);
    }

    @Override
    public void revoked(EnvironmentId environment) {
        books.remove(environment);
    }

    private void register(EnvironmentId environment) {
        gauge(
                "firstfill.risk.permits.outstanding",
                environment,
                tags(environment),
                snapshot -> Optional.of((double) snapshot.book().usage().concurrentListings()));
        gauge(
                "firstfill.risk.permits.held",
                environment,
                tags(environment),
                snapshot -> Optional.of((double) BookListener.permitsHeld(snapshot.book())));
        gauge(
                "firstfill.risk.quarantined.records",
                environment,
                tags(environment),
                snapshot -> Optional.of((double) snapshot.book().quarantined().size()));
        for (Cap cap : Cap.values()) {
            Tags tags = tags(environment).and("cap", cap.name());
            gauge(
                    "firstfill.risk.cap.used",
                    environment,
                    tags,
                    snapshot -> level(snapshot, cap)
                            .map(level -> level.used().value().doubleValue()));
            gauge(
                    "firstfill.risk.cap.limit",
                    environment,
                    tags,
                    snapshot -> level(snapshot, cap)
                            .map(level -> level.limit().value().doubleValue()));
        }
    }

    private void gauge(String name, EnvironmentId environment, Tags tags, Function<Snapshot, Optional<Double>> number) {
        Gauge.builder(
                        name,
                        books,
                        all -> Optional.ofNullable(all.get(environment))
                                .flatMap(number)
                                .orElse(Double.NaN))
                .tags(tags)
                .register(registry);
    }

    private static Optional<Level> level(Snapshot snapshot, Cap cap) {
        return snapshot.levels().stream().filter(level -> level.cap() == cap).findFirst();
    }

    private static Tags tags(EnvironmentId environment) {
        return Tags.of("environment", environment.value());
    }
}
