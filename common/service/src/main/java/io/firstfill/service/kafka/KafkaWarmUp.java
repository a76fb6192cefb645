package io.firstfill.service.kafka;

import io.firstfill.contract.Meta;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends made-up signals through Kafka to ourselves once the inbox is open, one after the other, so that the first real
 * record meets loaded and compiled code on its way out and in. They have a topic of their own and nobody acts on them.
 */
@ApplicationScoped
class KafkaWarmUp {
    private static final Logger LOG = Logger.getLogger(KafkaWarmUp.class);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Environments environments;
    private final InstantSource clock;
    private final int rounds;

    /** @param rounds none in a service that no order waits for */
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

    /** Returns at once. Ends early when a record cannot be sent: what is real is not to stand behind it. */
    void play() {
        if (rounds > 0) {
            environments.all().keySet().stream()
                    .findFirst()
                    .ifPresent(environment -> outbox.prepareWarmUp()
                            .subscribe()
                            .with(
                                    ready -> play(environment, rounds),
                                    away -> LOG.warnf(
                                            "Not rehearsed: %s", away.getClass().getSimpleName())));
        }
    }

    private void play(EnvironmentId environment, int left) {
        if (left > 0) {
            outbox.sendWarmUp(signal(environment, left))
                    .subscribe()
                    .with(
                            sent -> play(environment, left - 1),
                            failed -> LOG.warnf(
                                    "Rehearsal ended: %s", failed.getClass().getSimpleName()));
        }
    }

    private ListingSignal signal(EnvironmentId environment, int round) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ListingSignal(
                Meta.first(MessageId.derivedFrom("rehearsal", now, round), now),
                environment,
                ListingId.derivedFrom("rehearsal"),
                Pair.of("REHEARSAL/USDT"),
                RunId.derivedFrom("rehearsal"),
                ListingSource.DEFAULT_SYMBOLS,
                Confidence.CONFIRMED,
                null,
                now,
                now.plus(LONG));
    }
}
