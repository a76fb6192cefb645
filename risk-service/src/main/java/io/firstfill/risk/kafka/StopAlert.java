package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.kafka.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Publishes the alert that no permits are granted, for every environment, outside the topology, which has stopped. */
final class StopAlert {
    private static final String SUBJECT = "risk-service";

    private final Outbox outbox;
    private final Set<EnvironmentId> environments;
    private final InstantSource clock;

    StopAlert(Outbox outbox, Set<EnvironmentId> environments, InstantSource clock) {
        this.outbox = outbox;
        this.environments = Set.copyOf(environments);
        this.clock = clock;
    }

    /** Raises the alert. */
    void raise() {
        environments.forEach(environment -> publish(new AlertRaised(
                meta(environment, "AlertRaised"),
                environment,
                AlertKind.CHANNEL_STOPPED,
                SUBJECT,
                Severity.CRITICAL,
                "Permits stopped: a record could not be processed",
                null)));
    }

    /**
     * Clears the alert. Called at every start, because the service does not know whether it raised the alert before.
     */
    void clear() {
        environments.forEach(environment -> publish(
                new AlertCleared(meta(environment, "AlertCleared"), environment, AlertKind.CHANNEL_STOPPED, SUBJECT)));
    }

    /** Sends without waiting. When the broker cannot be reached, only readiness shows the stop. */
    private void publish(Message alert) {
        outbox.publish(alert).subscribe().with(sent -> {}, lost -> {});
    }

    private Meta meta(EnvironmentId environment, String type) {
        Instant now = clock.instant();
        return Meta.first(MessageId.derivedFrom(type, environment, SUBJECT, now), now);
    }
}
