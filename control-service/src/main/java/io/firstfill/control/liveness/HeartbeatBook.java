package io.firstfill.control.liveness;

import io.firstfill.contract.Message;
import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.control.Book;
import io.firstfill.control.ControlSettings;
import io.firstfill.service.json.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The book of the signs of life. A sign counts from the moment control reads it, by control's own clock. The first one
 * of an instance counts only when it was given after control started: what the topic holds from before says nothing
 * about now. What was read before a change of partitions does not count when it is read again. Otherwise the clock of
 * the sender does not matter: one that was stepped back does not silence a service.
 */
@ApplicationScoped
public class HeartbeatBook implements Book {
    public static final String TRADER = "trader";
    public static final String SCANNER = "scanner";
    public static final String RISK = "risk";
    /** Named in place of the others while control itself hears nobody. */
    public static final String CONTROL = "control";
    /** The services that work for an environment, by name. */
    public static final List<String> SERVICES = List.of(RISK, SCANNER, TRADER);

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final InstantSource clock;
    private final Hearing hearing;
    private final Duration silentAfter;
    private final boolean expected;
    private final Instant startedAt;
    private final Map<Source, Sign> signs = new ConcurrentHashMap<>();

    private record Source(EnvironmentId environment, String service, String instance) {}

    /** @param replayedUntil signs given until then were read before the partitions changed */
    private record Sign(Instant givenAt, Instant readAt, Instant replayedUntil) {}

    /** The services write signs of life only from a level of the contract on. */
    HeartbeatBook(InstantSource clock, Hearing hearing, ControlSettings settings, MessageCodec codec) {
        this.clock = clock;
        this.hearing = hearing;
        this.silentAfter = settings.silentAfter();
        this.expected = codec.mayWrite(Heartbeat.class);
        this.startedAt = clock.instant();
    }

    /** Returns whether the services of this deployment give signs of life at all. */
    public boolean isExpected() {
        return expected;
    }

    /**
     * Returns whether the service is known to work for the environment, as of the time until which control has heard;
     * true where no signs are expected.
     */
    public boolean isAlive(EnvironmentId environment, String service) {
        return !expected
                || lastHeard(environment, service).filter(this::isLately).isPresent();
    }

    /** Returns when control read the latest sign of the service; empty while it has read none. */
    public Optional<Instant> lastHeard(EnvironmentId environment, String service) {
        return of(environment, service).map(entry -> entry.getValue().readAt()).max(Comparator.naturalOrder());
    }

    /** Returns how long control has been listening. */
    public Duration listening() {
        return Duration.between(startedAt, hearing.asOf());
    }

    /** Returns the services of the environment, control first while it is deaf; none where no signs are expected. */
    public List<ServiceStatus> services(EnvironmentId environment) {
        Stream<ServiceStatus> others = SERVICES.stream().map(name -> status(environment, name));
        return expected ? Stream.concat(deaf().stream(), others).toList() : List.of();
    }

    /** Returns the services that are not alive, control first while it is deaf. */
    public List<String> silent(EnvironmentId environment) {
        Stream<String> others = SERVICES.stream().filter(name -> !isAlive(environment, name));
        return Stream.concat(deaf().stream().map(ServiceStatus::service), others)
                .toList();
    }

    /** Returns control's own status while it does not know what the services do now. */
    private Optional<ServiceStatus> deaf() {
        return expected && hearing.isDeaf()
                ? Optional.of(new ServiceStatus(CONTROL, false, hearing.asOf(), List.of()))
                : Optional.empty();
    }

    private ServiceStatus status(EnvironmentId environment, String service) {
        List<String> instances = of(environment, service)
                .filter(entry -> isLately(entry.getValue().readAt()))
                .map(entry -> entry.getKey().instance())
                .sorted()
                .toList();
        Instant last = instances.isEmpty() ? lastHeard(environment, service).orElse(null) : null;
        return new ServiceStatus(service, !instances.isEmpty(), last, instances);
    }

    private Stream<Map.Entry<Source, Sign>> of(EnvironmentId environment, String service) {
        return signs.entrySet().stream()
                .filter(entry -> entry.getKey().environment().equals(environment)
                        && entry.getKey().service().equals(service));
    }

    private boolean isLately(Instant readAt) {
        return readAt.plus(silentAfter).isAfter(hearing.asOf());
    }

    /** Keeps what was heard: a replay does not make a sign newer. */
    @Override
    public void reset() {
        signs.replaceAll((source, sign) -> new Sign(sign.givenAt(), sign.readAt(), sign.givenAt()));
    }

    @Override
    public void apply(Message message) {
        if (message instanceof Heartbeat heartbeat) {
            Instant now = clock.instant();
            signs.values().removeIf(sign -> sign.readAt().plus(FORGOTTEN_AFTER).isBefore(now));
            signs.compute(
                    new Source(heartbeat.environment(), heartbeat.service(), heartbeat.instance()),
                    (source, known) -> heard(known, heartbeat.meta().occurredAt(), now));
        }
    }

    private @Nullable Sign heard(@Nullable Sign known, Instant givenAt, Instant now) {
        Instant after = known == null ? startedAt : known.replayedUntil();
        return givenAt.isAfter(after) ? new Sign(givenAt, now, known == null ? Instant.EPOCH : after) : known;
    }
}
