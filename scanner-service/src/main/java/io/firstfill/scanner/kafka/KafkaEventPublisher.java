package io.firstfill.scanner.kafka;

import io.firstfill.contract.Message;
import io.firstfill.scanner.watch.EventPublisher;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Says a fact again when it may not have got out: its id is derived, so saying it twice is saying it once. */
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
    public Uni<Void> tell(Message message) {
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
