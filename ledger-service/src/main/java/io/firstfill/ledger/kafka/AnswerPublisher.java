package io.firstfill.ledger.kafka;

import io.firstfill.contract.Message;
import io.firstfill.ledger.journal.BatchResult;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;

/**
 * Publishes the answers and receipts of a batch after its commit. A lost broker is retried for ever, because a
 * committed answer must be published. An answer that no broker would take stays in the journal alone: it must not hold
 * up the records behind it.
 */
@ApplicationScoped
class AnswerPublisher {
    private static final Logger LOG = Logger.getLogger(AnswerPublisher.class);
    private static final Duration MIN_BACK_OFF = Duration.ofMillis(100);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Outbox outbox;

    AnswerPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends answers before receipts, because a caller waits for them. */
    Uni<Void> publish(BatchResult result) {
        List<Uni<Void>> sent = Stream.concat(
                        result.answers().stream().map(answer -> send(() -> outbox.publish(answer), answer)),
                        result.receipts().stream()
                                .limit(1)
                                .map(first -> send(() -> outbox.publishAll(result.receipts()), first)))
                .toList();
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sent).andFailFast().replaceWithVoid();
    }

    /** @param named in the log when the broker takes it never */
    private static Uni<Void> send(Supplier<Uni<Void>> sending, Message named) {
        return Uni.createFrom()
                .deferred(sending::get)
                .onFailure(failure -> !isPermanent(failure))
                .retry()
                .withBackOff(MIN_BACK_OFF, MAX_BACK_OFF)
                .indefinitely()
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "Answer not publishable: message=%s",
                        named.meta().id()))
                .onFailure()
                .recoverWithNull();
    }

    private static boolean isPermanent(Throwable failure) {
        return failure instanceof SerializationException
                || failure instanceof RecordTooLargeException
                || failure instanceof IllegalArgumentException;
    }
}
