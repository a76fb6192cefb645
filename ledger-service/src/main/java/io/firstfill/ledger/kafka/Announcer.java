package io.firstfill.ledger.kafka;

import io.firstfill.contract.Message;
import io.firstfill.ledger.journal.Outcome;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;

/** Says what was decided and recorded, after the commit. Committed answers must get out, so a lost broker is waited for. */
@ApplicationScoped
class Announcer {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Outbox outbox;

    Announcer(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Answers first: somebody waits for them. */
    Uni<Void> announce(Outcome outcome) {
        List<Uni<Void>> sent = Stream.<Message>concat(outcome.answers().stream(), outcome.receipts().stream())
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
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }
}
