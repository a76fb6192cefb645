package io.firstfill.ledger.maintenance;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.kafka.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Has the partitions of the coming months created, at the start and four times a day. Where that fails, recording goes
 * on until the partitions that exist end, and an alert says when that is; the next success clears the alert.
 */
@ApplicationScoped
class PartitionWatch {
    static final String SUBJECT = "journal partitions";
    /** A ledger that cannot create partitions has this many months until it cannot record. */
    static final int MONTHS_AHEAD = 3;

    private static final Logger LOG = Logger.getLogger(PartitionWatch.class);
    private static final Duration INTERVAL = Duration.ofHours(6);

    private final Partitions partitions;
    private final Function<Message, Uni<Void>> publish;
    private final Collection<EnvironmentId> environments;
    private final InstantSource clock;
    private volatile Cancellable running = () -> {};

    @Inject
    PartitionWatch(Partitions partitions, Outbox outbox, Environments environments, InstantSource clock) {
        this(partitions, outbox::publish, environments.all().keySet(), clock);
    }

    PartitionWatch(
            Partitions partitions,
            Function<Message, Uni<Void>> publish,
            Collection<EnvironmentId> environments,
            InstantSource clock) {
        this.partitions = partitions;
        this.publish = publish;
        this.environments = List.copyOf(environments);
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> check())
                .subscribe()
                .with(checked -> {}, failure -> LOG.error("Partitions are not created any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** Never fails: whatever goes wrong is tried again at the next check. */
    Uni<Void> check() {
        return partitions
                .create(MONTHS_AHEAD)
                .chain(this::clear)
                .onFailure()
                .recoverWithUni(this::alert)
                .onFailure()
                .invoke(failure -> LOG.error("Partitions not checked", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> clear() {
        return partitions.alerted(SUBJECT).chain(alerted -> publish(alerted, this::cleared));
    }

    private Uni<Void> alert(Throwable cause) {
        LOG.error("The journal's next partitions were not created", cause);
        return partitions.end().chain(end -> publish(environments, environment -> raised(environment, end)));
    }

    private Uni<Void> publish(Collection<EnvironmentId> concerned, Function<EnvironmentId, Message> message) {
        return Multi.createFrom()
                .iterable(List.copyOf(concerned))
                .onItem()
                .transformToUniAndConcatenate(environment -> publish.apply(message.apply(environment)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Once an hour and environment, whichever instance publishes. */
    private AlertRaised raised(EnvironmentId environment, Instant end) {
        return new AlertRaised(
                meta("raised", environment),
                environment,
                AlertKind.CHANNEL_STOPPED,
                SUBJECT,
                Severity.WARNING,
                "The ledger could not create the journal's next partitions. It records until " + end
                        + " and not after: see the ledger's log, and whether the owner of the schema may create tables",
                null);
    }

    private AlertCleared cleared(EnvironmentId environment) {
        return new AlertCleared(meta("cleared", environment), environment, AlertKind.CHANNEL_STOPPED, SUBJECT);
    }

    private Meta meta(String what, EnvironmentId environment) {
        Instant now = clock.instant();
        return Meta.first(
                MessageId.derivedFrom("journal partitions", what, environment, now.truncatedTo(ChronoUnit.HOURS)), now);
    }
}
