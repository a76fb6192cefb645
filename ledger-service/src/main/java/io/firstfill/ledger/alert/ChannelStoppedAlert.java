package io.firstfill.ledger.alert;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.decision.StoppedAlert;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Raises the alert {@code CHANNEL_STOPPED} when the ledger has not been able to record an environment for a while, and
 * restates it every day that this lasts. The journal clears the alert when it records it ({@link StoppedAlert}).
 */
@ApplicationScoped
public class ChannelStoppedAlert {
    private static final Logger LOG = Logger.getLogger(ChannelStoppedAlert.class);
    /** A database that restarts, or a connection that breaks, is no alert. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<Message, Uni<Void>> outbox;
    private final InstantSource clock;
    private final Map<EnvironmentId, Instant> since = new ConcurrentHashMap<>();
    /** When the alert was stated last. */
    private final Map<EnvironmentId, Instant> stated = new ConcurrentHashMap<>();

    @Inject
    ChannelStoppedAlert(Outbox outbox, InstantSource clock) {
        this(outbox::publish, clock);
    }

    ChannelStoppedAlert(Function<Message, Uni<Void>> outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Called at each failed attempt. Never fails: the alert must not replace the reason of the failure. */
    public void stalled(EnvironmentId environment) {
        Instant now = clock.instant();
        Instant began = since.computeIfAbsent(environment, first -> now);
        Instant last = stated.get(environment);
        if (!isDue(began, last, now)) {
            return;
        }
        stated.put(environment, now);
        outbox.apply(
                        last == null
                                ? StoppedAlert.raised(environment, began, now)
                                : StoppedAlert.restated(environment, began, now))
                .subscribe()
                .with(sent -> LOG.errorf("Recording of %s stopped", environment), lost -> {
                    if (last == null) {
                        stated.remove(environment);
                    } else {
                        stated.replace(environment, last);
                    }
                    LOG.error("The alert that recording stopped could not be sent", lost);
                });
    }

    private static boolean isDue(Instant began, @Nullable Instant last, Instant now) {
        return last == null
                ? Duration.between(began, now).compareTo(PATIENCE) >= 0
                : Duration.between(last, now).compareTo(AlertBoard.RESTATED_AFTER) >= 0;
    }

    public void recording(EnvironmentId environment) {
        since.remove(environment);
        stated.remove(environment);
    }
}
