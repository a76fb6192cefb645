package io.firstfill.trader.desk;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a desk tells. A fact that cannot be written is written again until it is, or until the desk is closed; readers
 * know it by its id when it comes twice.
 */
final class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Function<Message, Uni<Void>> outbox;
    private final DeskThread thread;

    /** @param outbox its result completes when the fact is durable */
    Journal(Function<Message, Uni<Void>> outbox, DeskThread thread) {
        this.outbox = outbox;
        this.thread = thread;
    }

    void tell(Message fact) {
        tell(fact, () -> {});
    }

    /** @param durable run on any thread when the fact is on the topic */
    void tell(Message fact, Runnable durable) {
        write(fact, durable);
    }

    /** Once only: its failure means that the fact may or may not be on the topic. */
    Uni<Void> tryOnce(Message fact) {
        return outbox.apply(fact);
    }

    private void write(Message fact, Runnable durable) {
        outbox.apply(fact).subscribe().with(done -> durable.run(), failure -> {
            LOG.errorf(failure, "Fact not written, trying again: type=%s", fact.type());
            thread.after(RETRY, () -> write(fact, durable));
        });
    }
}
