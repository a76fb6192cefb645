package io.firstfill.ledger.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.alert.OpenAlerts.Open;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.service.kafka.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Restates every day the open alerts about records, whichever service raised them, because their topic forgets what is
 * older than a week: a record waits for a person however long that takes. The ledger reads its own restatement like any
 * other event, so the time of the last statement is in the database, and two instances state an alert once: the id is
 * derived from that time.
 */
@ApplicationScoped
public class AlertRestatement {
    private static final Logger LOG = Logger.getLogger(AlertRestatement.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final OpenAlerts alerts;
    private final Outbox outbox;
    private final InstantSource clock;
    private volatile Cancellable running = () -> {};

    AlertRestatement(OpenAlerts alerts, Outbox outbox, InstantSource clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .startingAfter(INTERVAL)
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> restate(clock.instant())
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Open alerts not restated: %s", failure))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Open alerts are not restated any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** Publishes the restatements that are due at this time. */
    Uni<Void> restate(Instant now) {
        return alerts.notStatedSince(now.minus(AlertBoard.RESTATED_AFTER))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(open -> outbox.publish(again(open, now)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static AlertRaised again(Open open, Instant now) {
        AlertRaised stated = open.stated();
        MessageId origin = open.origin();
        MessageId id =
                MessageId.derivedFrom("AlertRestated", origin, stated.meta().occurredAt());
        return new AlertRaised(
                new Meta(id, now, new CorrelationId(origin.value()), origin),
                stated.environment(),
                stated.kind(),
                stated.subject(),
                stated.severity(),
                stated.summary(),
                stated.runId());
    }
}
