package io.firstfill.trader.desk;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a desk tells. A fact that cannot be written is written again until it is, or until the desk is closed; readers
 * know it by its id when it comes twice. Facts leave one after the other, so none overtakes one that is written again:
 * risk would reserve for ever what it hears submitted after hearing it given back. With nothing before it a fact leaves at
 * once.
 *
 * <p>A fact leaves only while this trader has its {@link Mandate}: what a trader that has lost it says, such as that it
 * will not buy, may not be true of its successor. A desk that is closed takes its untold facts with it.
 */
final class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration WITHOUT_MANDATE = Duration.ofMillis(50);

    private final Function<Message, Uni<Void>> outbox;
    private final DeskThread thread;
    private final Mandate mandate;
    /** Its head is being written. */
    private final Queue<Line> line = new ArrayDeque<>();

    private record Line(Message fact, Runnable durable) {}

    /** @param outbox its result completes when the fact is durable */
    Journal(Function<Message, Uni<Void>> outbox, DeskThread thread, Mandate mandate) {
        this.outbox = outbox;
        this.thread = thread;
        this.mandate = mandate;
    }

    void tell(Message fact) {
        tell(fact, () -> {});
    }

    /** @param durable run on any thread when the fact is on the topic */
    void tell(Message fact, Runnable durable) {
        Line waiting = new Line(fact, durable);
        boolean alone;
        synchronized (line) {
            alone = line.isEmpty();
            line.add(waiting);
        }
        if (alone) {
            write(waiting);
        }
    }

    /** Once only, past the line: its failure means that the fact may or may not be on the topic. */
    Uni<Void> tryOnce(Message fact) {
        return mandate.holds() ? outbox.apply(fact) : Uni.createFrom().failure(new IllegalStateException("no mandate"));
    }

    private void write(Line first) {
        if (!mandate.holds()) {
            thread.after(WITHOUT_MANDATE, () -> write(first));
            return;
        }
        outbox.apply(first.fact()).subscribe().with(done -> written(first), failure -> {
            LOG.errorf(
                    failure,
                    "Fact not written, trying again: type=%s",
                    first.fact().type());
            thread.after(RETRY, () -> write(first));
        });
    }

    private void written(Line first) {
        Line next;
        synchronized (line) {
            line.remove();
            next = line.peek();
        }
        if (next != null) {
            write(next);
        }
        first.durable().run();
    }
}
