package io.firstfill.scanner.kafka;

import io.firstfill.contract.Message;
import io.firstfill.scanner.watch.EventPublisher;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Publishes through the outbox, and again after a failure, when the event may or may not have been written: its id is
 * derived, so a reader that gets it twice counts it once.
 */
@ApplicationScoped
class KafkaEventPublisher implements EventPublisher {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 10;

    private final Outbox outbox;

    KafkaEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> publish(Message message) {
        Uni<Void> first = outbox.publish(message);
        return first.onFailure()
                .recoverWithUni(() -> Uni.createFrom()
                        .deferred(() -> outbox.publish(message))
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .atMost(TRIES));
    }
}
