package io.firstfill.service.kafka;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends made-up signals through Kafka to this service once the inbox is open, one after another, so that the first
 * real record meets loaded and compiled code on its way out and in. The signals have a topic of their own, and no
 * service acts on them.
 */
@ApplicationScoped
class KafkaWarmUp {
    private static final Logger LOG = Logger.getLogger(KafkaWarmUp.class);
    private static final Duration VALIDITY = Duration.ofMinutes(1);
    /** The made-up ids derive from the topic's word; what is on the wire keeps its name. */
    private static final String SEED = "rehearsal";

    private final Outbox outbox;
    private final Environments environments;
    private final InstantSource clock;
    private final int rounds;

    /** @param rounds the number of signals; none in a service that no order waits for */
    KafkaWarmUp(
            Outbox outbox,
            Environments environments,
            InstantSource clock,
            @ConfigProperty(name = "firstfill.kafka-warm-up.rounds", defaultValue = "0") int rounds) {
        this.outbox = outbox;
        this.environments = environments;
        this.clock = clock;
        this.rounds = rounds;
    }

    /**
     * Starts sending and returns at once. Ends early when a signal cannot be sent, so that no real record waits
     * behind it.
     */
    void start() {
        if (rounds > 0) {
            environments.all().keySet().stream()
                    .findFirst()
                    .ifPresent(environment -> outbox.prepareWarmUp()
                            .subscribe()
                            .with(
                                    ready -> send(environment, rounds),
                                    failure -> LOG.warnf("Kafka warm-up not started: reason=%s", name(failure))));
        }
    }

    private void send(EnvironmentId environment, int left) {
        if (left > 0) {
            outbox.sendWarmUp(signal(environment, left))
                    .subscribe()
                    .with(
                            sent -> send(environment, left - 1),
                            failure -> LOG.warnf("Kafka warm-up ended early: reason=%s", name(failure)));
        }
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private ListingSignal signal(EnvironmentId environment, int round) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ListingSignal(
                Meta.first(MessageId.derivedFrom(SEED, now, round), now),
                environment,
                ListingId.derivedFrom(SEED),
                Pair.of("REHEARSAL/USDT"),
                RunId.derivedFrom(SEED),
                ListingSource.DEFAULT_SYMBOLS,
                Confidence.CONFIRMED,
                null,
                now,
                now.plus(VALIDITY));
    }
}
