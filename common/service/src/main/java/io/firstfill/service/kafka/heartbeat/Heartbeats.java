package io.firstfill.service.kafka.heartbeat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides for which environments a sign of life is due. The first one for an environment is due at once, so that a
 * take-over shows without delay. Confined to one thread.
 */
final class Heartbeats {
    private final Source source;
    private final Presence presence;
    private final Duration interval;
    private final Map<EnvironmentId, Instant> given = new HashMap<>();

    /** The process that gives the signs. */
    record Source(String service, String instance, Instant startedAt) {}

    Heartbeats(Source source, Presence presence, Duration interval) {
        this.source = source;
        this.presence = presence;
        this.interval = interval;
    }

    /** Returns the signs to give now; they count as given. */
    List<Heartbeat> due(Collection<EnvironmentId> environments, Instant now) {
        given.keySet().removeIf(environment -> !presence.worksFor(environment));
        return environments.stream()
                .filter(presence::worksFor)
                .filter(environment -> isDue(environment, now))
                .map(environment -> heartbeat(environment, now))
                .toList();
    }

    /** A clock that was stepped back does not silence a service. */
    private boolean isDue(EnvironmentId environment, Instant now) {
        Instant last = given.get(environment);
        boolean due = last == null || last.isAfter(now) || !last.plus(interval).isAfter(now);
        if (due) {
            given.put(environment, now);
        }
        return due;
    }

    private Heartbeat heartbeat(EnvironmentId environment, Instant now) {
        MessageId id = MessageId.derivedFrom(
                "Heartbeat", source.service(), source.instance(), source.startedAt(), environment, now);
        return new Heartbeat(Meta.first(id, now), environment, source.service(), source.instance(), source.startedAt());
    }
}
