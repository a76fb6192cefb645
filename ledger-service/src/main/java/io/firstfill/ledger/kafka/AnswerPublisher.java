package io.firstfill.ledger.kafka;

import io.firstfill.contract.Message;
import io.firstfill.ledger.journal.BatchResult;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Publishes the answers and receipts of a batch after its commit. A lost broker is retried for ever, because a
 * committed answer must be published.
 */
@ApplicationScoped
class AnswerPublisher {
    private static final Duration MIN_BACK_OFF = Duration.ofMillis(100);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Outbox outbox;

    AnswerPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends answers before receipts, because a caller waits for them. */
    Uni<Void> publish(BatchResult result) {
        List<Uni<Void>> sent = Stream.<Message>concat(result.answers().stream(), result.receipts().stream())
                .map(this::send)
                .toList();
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sent).andFailFast().replaceWithVoid();
    }

    private Uni<Void> send(Message message) {
        return Uni.createFrom()
                .deferred(() -> outbox.publish(message))
                .onFailure(failure -> !(failure instanceof SerializationException))
                .retry()
                .withBackOff(MIN_BACK_OFF, MAX_BACK_OFF)
                .indefinitely();
    }
}
