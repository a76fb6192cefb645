package io.firstfill.trader.state;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.OrderMetrics;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns decided events into memory and published events, in that order, together with the events they imply. It is the
 * only caller of {@link EngineState#apply} for events of our own.
 */
public final class OrderCommitter {
    /** The likely time of an opening, 40 ms, and the answer to the last request in it. */
    private static final Duration OPENING = Duration.ofMillis(60);

    private final EngineState state;
    private final EventOutbox outbox;
    private final EventLoop loop;
    private final OrderMetrics metrics;
    private final MemoryWriter memory;

    public OrderCommitter(
            EngineState state,
            EventOutbox outbox,
            EventLoop loop,
            OrderMetrics metrics,
            OrderMemory memory,
            TradingLease lease,
            Alerts alerts) {
        this.state = state;
        this.outbox = outbox;
        this.loop = loop;
        this.metrics = metrics;
        this.memory = new MemoryWriter(state, memory, loop, lease, alerts);
    }

    public void commit(List<? extends OrderEvent> decided) {
        commit(decided, () -> {});
    }

    /** @param durable run on the event loop when all events are on their topic; at once when there are none */
    public void commit(List<? extends OrderEvent> decided, Runnable durable) {
        commit(decided, durable, () -> {});
    }

    /** @param dropped run on the event loop instead, where one of the events can never be written and the others are */
    public void commit(List<? extends OrderEvent> decided, Runnable durable, Runnable dropped) {
        List<OrderEvent> all = new ArrayList<>();
        decided.forEach(event -> apply(event, all));
        memory.changed();
        if (all.isEmpty()) {
            durable.run();
            return;
        }
        publish(all, durable, dropped);
    }

    private void publish(List<OrderEvent> all, Runnable durable, Runnable dropped) {
        Collection<ClientOrderId> waiting = memory.hold(all);
        AtomicInteger open = new AtomicInteger(all.size());
        AtomicBoolean never = new AtomicBoolean();
        Runnable done = () -> {
            if (open.decrementAndGet() == 0) {
                loop.execute(() -> {
                    memory.release(waiting);
                    (never.get() ? dropped : durable).run();
                });
            }
        };
        Runnable neverWritten = () -> {
            never.set(true);
            done.run();
        };
        all.forEach(event -> outbox.publish(event, done, neverWritten));
    }

    /**
     * Applies the event and writes it once, past the queue of the outbox, because an order waits for it.
     *
     * @return fails where the event may or may not be on the topic
     */
    public Uni<Void> commitOnce(OrderEvent event) {
        List<OrderEvent> all = new ArrayList<>();
        apply(event, all);
        Uni<Void> written = outbox.publishOnce(event);
        all.stream().skip(1).forEach(outbox::publish);
        memory.changed();
        return written;
    }

    /** While a buy is at its opening no event leaves, but what an order waits for: see {@link EventOutbox#hold}. */
    public void holdEvents() {
        outbox.hold(OPENING);
    }

    /** What became of the requests at an opening is known. */
    public void releaseEvents() {
        outbox.release();
    }

    /** Commits an event that is not about an order. */
    public void commit(Message event) {
        state.apply(event, loop.now());
        outbox.publish(event);
    }

    /**
     * After the replay: publishes what the past implies and does not show, because the process before us died in
     * between.
     */
    public void completePast() {
        List<OrderEvent> missing = state.takeImplied();
        missing.forEach(event -> state.apply(event, loop.now()));
        if (!missing.isEmpty()) {
            publish(missing, () -> {}, () -> {});
        }
        state.forget(loop.now());
        memory.open();
    }

    private void apply(OrderEvent event, List<OrderEvent> all) {
        state.apply(event, loop.now());
        metrics.record(event);
        all.add(event);
        state.takeImplied().forEach(implied -> apply(implied, all));
    }
}
