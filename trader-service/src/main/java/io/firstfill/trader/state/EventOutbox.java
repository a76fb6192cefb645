package io.firstfill.trader.state;

import io.firstfill.contract.Message;
import io.firstfill.service.json.UnwritableMessageException;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Publishes the events of one environment in the order they were decided. An event that cannot be written is written
 * again until it is durable or the engine is closed; readers recognise a second copy by its id. The next event leaves
 * only after the one before is durable, so that none overtakes another that is being repeated: risk-service would
 * reserve for ever what it reads submitted after reading it returned. An event with none before it leaves at once. An
 * event that no reader could take is dropped, and what waits for it to be durable does not happen: those behind it must
 * not wait for ever.
 *
 * <p>An event leaves only while this trader has the {@link TradingLease}: what a trader that has lost it publishes,
 * such as that it will not buy, may not be true of its successor. An engine that is closed drops its unpublished
 * events.
 */
public final class EventOutbox {
    private static final Logger LOG = Logger.getLogger(EventOutbox.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration WITHOUT_LEASE = Duration.ofMillis(50);

    private final Function<Message, Uni<Void>> publish;
    private final EventLoop loop;
    private final TradingLease lease;
    /** Its head is being written. */
    private final Queue<Pending> queue = new ArrayDeque<>();

    private boolean held;
    /** Counts the holds: the end of one that was released early ends none that came after it. */
    private long holds;
    /** The head is to be written when the hold ends. */
    private boolean headWaits;

    private record Pending(Message event, Runnable durable, Runnable dropped) {}

    /** @param publish its result completes when the event is durable */
    public EventOutbox(Function<Message, Uni<Void>> publish, EventLoop loop, TradingLease lease) {
        this.publish = publish;
        this.loop = loop;
        this.lease = lease;
    }

    public void publish(Message event) {
        publish(event, () -> {}, () -> {});
    }

    /**
     * Publishes the event after those before it.
     *
     * @param durable run on any thread when the event is on its topic
     * @param dropped run on any thread when the event can never be written
     */
    public void publish(Message event, Runnable durable, Runnable dropped) {
        Pending last = new Pending(event, durable, dropped);
        boolean now;
        synchronized (queue) {
            now = queue.isEmpty() && !held;
            headWaits |= queue.isEmpty() && held;
            queue.add(last);
        }
        if (now) {
            write(last);
        }
    }

    /**
     * Lets no further event leave until {@link #release}, or for that long: every reader of an event wakes up, and
     * takes the processors that the requests of an opening need.
     */
    public void hold(Duration longest) {
        long begun;
        synchronized (queue) {
            if (held) {
                return;
            }
            held = true;
            begun = ++holds;
        }
        loop.after(longest, () -> end(begun));
    }

    private void end(long hold) {
        boolean last;
        synchronized (queue) {
            last = hold == holds;
        }
        if (last) {
            release();
        }
    }

    public void release() {
        Pending head;
        synchronized (queue) {
            held = false;
            head = headWaits ? queue.peek() : null;
            headWaits = false;
        }
        if (head != null) {
            write(head);
        }
    }

    /** Writes the event once, past the queue. A failure means that the event may or may not be on the topic. */
    Uni<Void> publishOnce(Message event) {
        return lease.holds()
                ? publish.apply(event)
                : Uni.createFrom().failure(new IllegalStateException("no trading lease"));
    }

    private void write(Pending head) {
        if (!lease.holds()) {
            loop.after(WITHOUT_LEASE, () -> write(head));
            return;
        }
        publish.apply(head.event()).subscribe().with(done -> written(head), failure -> failed(head, failure));
    }

    private void failed(Pending head, Throwable failure) {
        String type = head.event().type();
        if (failure instanceof UnwritableMessageException) {
            LOG.fatalf(failure, "Event never written, a programming error: type=%s", type);
            next();
            head.dropped().run();
            return;
        }
        LOG.errorf(failure, "Event not written, trying again: type=%s", type);
        loop.after(RETRY, () -> write(head));
    }

    private void written(Pending head) {
        next();
        head.durable().run();
    }

    private void next() {
        Pending next;
        synchronized (queue) {
            queue.remove();
            headWaits = held && !queue.isEmpty();
            next = held ? null : queue.peek();
        }
        if (next != null) {
            write(next);
        }
    }
}
