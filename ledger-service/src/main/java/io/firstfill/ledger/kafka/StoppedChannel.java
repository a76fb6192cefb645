package io.firstfill.ledger.kafka;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Tells people that recording has stopped. */
@ApplicationScoped
class StoppedChannel {
    private static final Logger LOG = Logger.getLogger(StoppedChannel.class);

    private final Outbox outbox;
    private final InstantSource clock;

    StoppedChannel(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Never fails: the reason of the stop must not be replaced by that of a lost alert. */
    Uni<Void> alert(EnvironmentId environment, Throwable failure) {
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
                    LOG.error("The alert about it could not be sent", lost);
                    return null;
                });
    }
}
