package io.firstfill.service.kafka.heartbeat;

import io.firstfill.contract.Message;
import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Publishes the signs of life that are due. While the sign for an environment is not acknowledged no other one is given
 * for it: an outbox that is busy, or whose broker is away, has better things to send. Signs for the other environments,
 * whose partitions may have a leader, do not wait for it.
 */
final class SignPublisher {
    private static final Logger LOG = Logger.getLogger(SignPublisher.class);

    private final Heartbeats heartbeats;
    private final Function<Message, Uni<Void>> publish;
    private final Set<EnvironmentId> pending = ConcurrentHashMap.newKeySet();

    /** @param publish its result completes when the sign is on its topic, or will not be */
    SignPublisher(Heartbeats heartbeats, Function<Message, Uni<Void>> publish) {
        this.heartbeats = heartbeats;
        this.publish = publish;
    }

    void publishDue(Collection<EnvironmentId> environments, Instant now) {
        Collection<EnvironmentId> free =
                environments.stream().filter(each -> !pending.contains(each)).toList();
        heartbeats.due(free, now).forEach(this::publish);
    }

    private void publish(Heartbeat heartbeat) {
        EnvironmentId environment = heartbeat.environment();
        pending.add(environment);
        Uni.createFrom()
                .deferred(() -> publish.apply(heartbeat))
                .onTermination()
                .invoke(() -> pending.remove(environment))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf(failure, "Sign of life not published: environment=%s", environment));
    }
}
