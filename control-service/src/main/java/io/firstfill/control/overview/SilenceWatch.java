package io.firstfill.control.overview;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.control.liveness.Hearing;
import io.firstfill.control.liveness.HeartbeatBook;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.service.kafka.Outbox;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes the alerts about silent services, once the books are complete. */
@Startup
@ApplicationScoped
class SilenceWatch {
    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Environments environments;
    private final SilenceAlerts alerts;
    private final HeartbeatBook heartbeats;
    private final Hearing hearing;
    private final InboxState inbox;
    private final Outbox outbox;
    private final InstantSource clock;
    private @Nullable Cancellable ticking;

    SilenceWatch(
            Environments environments,
            SilenceAlerts alerts,
            HeartbeatBook heartbeats,
            Hearing hearing,
            InboxState inbox,
            Outbox outbox,
            InstantSource clock) {
        this.environments = environments;
        this.alerts = alerts;
        this.heartbeats = heartbeats;
        this.hearing = hearing;
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        if (heartbeats.isExpected()) {
            ticking = Multi.createFrom()
                    .ticks()
                    .every(INTERVAL)
                    .onOverflow()
                    .drop()
                    .onItem()
                    .transformToUniAndConcatenate(tick -> publish())
                    .subscribe()
                    .with(done -> {}, failure -> LOG.error("Alerts about silent services stopped", failure));
        }
    }

    private Uni<Void> publish() {
        return Multi.createFrom()
                .iterable(due(clock.instant()))
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private List<AlertEvent> due(Instant now) {
        Instant since = hearing.since().filter(began -> inbox.isOpen()).orElse(null);
        return since == null
                ? List.of()
                : environments.all().keySet().stream()
                        .flatMap(environment -> alerts.changes(environment, since, now).stream())
                        .toList();
    }

    private Uni<Void> publish(AlertEvent event) {
        return outbox.publish(event)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        failure,
                        "Alert not published: type=%s environment=%s subject=%s",
                        event.type(),
                        event.environment(),
                        event.subject()))
                .onFailure()
                .recoverWithNull();
    }

    @PreDestroy
    void stop() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
        }
    }
}
