package io.firstfill.ledger.kafka;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Raises the alert {@code CHANNEL_STOPPED} when the ledger stops recording an environment. */
@ApplicationScoped
class ChannelStoppedAlert {
    private static final Logger LOG = Logger.getLogger(ChannelStoppedAlert.class);

    private final Outbox outbox;
    private final InstantSource clock;

    ChannelStoppedAlert(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Never fails: the failure to send the alert must not replace the reason of the stop. */
    Uni<Void> raise(EnvironmentId environment, Throwable failure) {
        LOG.errorf(failure, "Recording of %s stopped", environment);
        Instant now = clock.instant();
        return outbox.publish(new AlertRaised(
                        Meta.first(MessageId.derivedFrom("ledger", environment, now), now),
                        environment,
                        AlertKind.CHANNEL_STOPPED,
                        "ledger",
                        Severity.CRITICAL,
                        "The ledger stopped recording; nothing is lost, but nothing new is stored or started",
                        null))
                .onFailure()
                .recoverWithItem(lost -> {
                    LOG.error("The alert that recording stopped could not be sent", lost);
                    return null;
                });
    }
}
