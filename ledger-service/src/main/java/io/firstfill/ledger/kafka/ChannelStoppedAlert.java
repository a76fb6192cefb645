package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.decision.StoppedAlert;
import io.firstfill.service.kafka.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Raises the alert {@code CHANNEL_STOPPED} when the ledger has not been able to record an environment for a while. The
 * journal clears the alert when it records it ({@link StoppedAlert}).
 */
@ApplicationScoped
class ChannelStoppedAlert {
    private static final Logger LOG = Logger.getLogger(ChannelStoppedAlert.class);
    /** A database that restarts, or a connection that breaks, is no alert. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final InstantSource clock;
    private final Map<EnvironmentId, Instant> since = new ConcurrentHashMap<>();
    private final Set<EnvironmentId> raised = ConcurrentHashMap.newKeySet();

    ChannelStoppedAlert(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Called at each failed attempt. Never fails: the alert must not replace the reason of the failure. */
    void stalled(EnvironmentId environment) {
        Instant now = clock.instant();
        Instant began = since.computeIfAbsent(environment, first -> now);
        if (Duration.between(began, now).compareTo(PATIENCE) >= 0 && raised.add(environment)) {
            outbox.publish(StoppedAlert.raised(environment, began, now))
                    .subscribe()
                    .with(sent -> LOG.errorf("Recording of %s stopped", environment), lost -> {
                        raised.remove(environment);
                        LOG.error("The alert that recording stopped could not be sent", lost);
                    });
        }
    }

    void recording(EnvironmentId environment) {
        since.remove(environment);
        raised.remove(environment);
    }
}
