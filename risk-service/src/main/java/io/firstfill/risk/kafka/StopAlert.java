package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Publishes the alert that no permits are granted, for every environment, outside the topology, which has stopped. What
 * could not be published is tried again until it is out of date: a lost end would leave the alert open for ever.
 */
final class StopAlert {
    private static final String SUBJECT = "risk-service";
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Function<Message, Uni<Void>> outbox;
    private final Set<EnvironmentId> environments;
    private final InstantSource clock;
    private List<Cancellable> pending = List.of();

    StopAlert(Function<Message, Uni<Void>> outbox, Set<EnvironmentId> environments, InstantSource clock) {
        this.outbox = outbox;
        this.environments = Set.copyOf(environments);
        this.clock = clock;
    }

    /** Raises the alert. */
    void raise() {
        publishInstead(environment -> new AlertRaised(
                meta(environment, "AlertRaised"),
                environment,
                AlertKind.CHANNEL_STOPPED,
                SUBJECT,
                Severity.CRITICAL,
                "Permits stopped: risk-service failed and must be restarted",
                null));
    }

    /**
     * Clears the alert. Called whenever permits are granted again, after a start or after this instance has taken over
     * the partitions of one that stopped: the service does not know who raised the alert before.
     */
    void clear() {
        publishInstead(environment ->
                new AlertCleared(meta(environment, "AlertCleared"), environment, AlertKind.CHANNEL_STOPPED, SUBJECT));
    }

    /** Sends without waiting, and gives up what was to be sent before. */
    private synchronized void publishInstead(Function<EnvironmentId, Message> alert) {
        pending.forEach(Cancellable::cancel);
        pending = environments.stream().map(alert).map(this::publish).toList();
    }

    private Cancellable publish(Message alert) {
        return Uni.createFrom()
                .deferred(() -> outbox.apply(alert))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .subscribe()
                .with(sent -> {}, lost -> {});
    }

    private Meta meta(EnvironmentId environment, String type) {
        Instant now = clock.instant();
        return Meta.first(MessageId.derivedFrom(type, environment, SUBJECT, now), now);
    }
}
