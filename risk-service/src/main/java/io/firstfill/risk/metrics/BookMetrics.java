package io.firstfill.risk.metrics;

import io.firstfill.contract.Message;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookWatch;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.cap.Level;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The books as numbers, from the instance that keeps them; not a number for environments kept elsewhere. */
@ApplicationScoped
class BookMetrics implements BookWatch {
    private final MeterRegistry registry;
    private final Map<EnvironmentId, Seen> books = new ConcurrentHashMap<>();

    BookMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Seen(RiskBook book, List<Level> levels) {}

    @Override
    public void kept(RiskBook book, List<Message> events, Instant now) {
        EnvironmentId environment = book.environment();
        if (books.put(environment, new Seen(book, book.levels(now))) == null) {
            register(environment);
        }
        long granted = events.stream().filter(PermitGranted.class::isInstance).count();
        registry.counter("firstfill.risk.permits.granted", tags(environment)).increment((double) granted);
    }

    @Override
    public void handedOver(EnvironmentId environment) {
        books.remove(environment);
    }

    private void register(EnvironmentId environment) {
        gauge(
                "firstfill.risk.permits.outstanding",
                environment,
                tags(environment),
                seen -> Optional.of((double) seen.book().outstanding()));
        for (Cap cap : Cap.values()) {
            Tags tags = tags(environment).and("cap", cap.name());
            gauge(
                    "firstfill.risk.cap.used",
                    environment,
                    tags,
                    seen -> level(seen, cap).map(level -> level.used().value().doubleValue()));
            gauge(
                    "firstfill.risk.cap.limit",
                    environment,
                    tags,
                    seen -> level(seen, cap).map(level -> level.limit().value().doubleValue()));
        }
    }

    private void gauge(String name, EnvironmentId environment, Tags tags, Function<Seen, Optional<Double>> number) {
        Gauge.builder(
                        name,
                        books,
                        all -> Optional.ofNullable(all.get(environment))
                                .flatMap(number)
                                .orElse(Double.NaN))
                .tags(tags)
                .register(registry);
    }

    private static Optional<Level> level(Seen seen, Cap cap) {
        return seen.levels().stream().filter(level -> level.cap() == cap).findFirst();
    }

    private static Tags tags(EnvironmentId environment) {
        return Tags.of("environment", environment.value());
    }
}
