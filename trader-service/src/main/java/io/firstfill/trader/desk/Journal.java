package io.firstfill.trader.desk;

import io.firstfill.contract.Message;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * What a desk tells. A fact that cannot be written is written again until it is, or until the desk is closed; readers
 * know it by its id when it comes twice.
 */
final class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Outbox outbox;
    private final DeskThread thread;

    Journal(Outbox outbox, DeskThread thread) {
        this.outbox = outbox;
        this.thread = thread;
    }

    /** Completes, never fails, when the fact is durable. */
    CompletableFuture<Void> tell(Message fact) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        write(fact, durable);
        return durable;
    }

    /** Once only: its failure means that the fact may or may not be on the topic. */
    Uni<Void> tryOnce(Message fact) {
        return outbox.publish(fact);
    }

    private void write(Message fact, CompletableFuture<Void> durable) {
        outbox.publish(fact)
                .subscribe()
                .with(
                        done -> durable.complete(null),
                        failure -> {
                            LOG.errorf(failure, "Fact not written, trying again: type=%s", fact.type());
                            thread.after(RETRY, () -> write(fact, durable));
                        });
    }
}
