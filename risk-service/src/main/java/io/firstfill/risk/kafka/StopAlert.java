package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.kafka.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Tells every environment that no permits come, outside the topology, which is what stopped. */
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

    /** Said at every start: whether the last stop was told is not known. */
    void clear() {
        environments.forEach(environment -> publish(
                new AlertCleared(meta(environment, "AlertCleared"), environment, AlertKind.CHANNEL_STOPPED, SUBJECT)));
    }

    /** The outbox sends at once; with the broker away readiness alone tells. */
    private void publish(Message alert) {
        outbox.publish(alert).subscribe().with(sent -> {}, lost -> {});
    }

    private Meta meta(EnvironmentId environment, String type) {
        Instant now = clock.instant();
        return Meta.first(MessageId.derivedFrom(type, environment, SUBJECT, now), now);
    }
}
