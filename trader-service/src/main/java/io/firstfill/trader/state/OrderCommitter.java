package io.firstfill.trader.state;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.OrderMetrics;
import io.firstfill.trader.position.PositionMemory;
import io.firstfill.trader.position.PositionMemoryWriter;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private final PositionMemoryWriter positions;

    public OrderCommitter(
            EngineState state,
            EventOutbox outbox,
            EventLoop loop,
            OrderMetrics metrics,
            OrderMemory memory,
            PositionMemory positions,
            TradingLease lease,
            Alerts alerts) {
        this.state = state;
        this.outbox = outbox;
        this.loop = loop;
        this.metrics = metrics;
        this.positions = new PositionMemoryWriter(state.positions(), positions, loop, lease);
        this.memory = new MemoryWriter(state, memory, loop, lease, alerts);
    }

    public void commit(List<? extends Message> decided) {
        commit(decided, () -> {});
    }

    /** @param durable run on the event loop when all events are on their topic; at once when there are none */
    public void commit(List<? extends Message> decided, Runnable durable) {
        commit(decided, durable, () -> {});
    }

    /** @param dropped run on the event loop instead, where one of the events can never be written and the others are */
    public void commit(List<? extends Message> decided, Runnable durable, Runnable dropped) {
        List<Message> all = new ArrayList<>();
        decided.forEach(event -> apply(event, all));
        memory.changed();
        if (all.isEmpty()) {
            durable.run();
            return;
        }
        publish(all, durable, dropped);
    }

    private void publish(List<Message> all, Runnable durable, Runnable dropped) {
        Collection<ClientOrderId> waiting = memory.hold(all);
        Set<PositionId> held = positions.hold(all);
        AtomicInteger open = new AtomicInteger(all.size());
        AtomicBoolean never = new AtomicBoolean();
        Runnable done = () -> {
            if (open.decrementAndGet() == 0) {
                loop.execute(() -> {
                    memory.release(waiting);
                    positions.release(held);
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
    public Uni<Void> commitOnce(Message event) {
        List<Message> all = new ArrayList<>();
        apply(event, all);
        Set<PositionId> held = positions.hold(all);
        Uni<Void> written =
                outbox.publishOnce(event).onTermination().invoke(() -> loop.execute(() -> positions.release(held)));
        all.stream().skip(1).forEach(outbox::publish);
        memory.changed();
        return written;
    }

    /** To be called about once a second: remembers what has changed of positions. */
    public void rememberPositions() {
        positions.check();
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
        List<Message> missing = state.takeImplied();
        missing.forEach(event -> state.apply(event, loop.now()));
        if (!missing.isEmpty()) {
            publish(missing, () -> {}, () -> {});
        }
        state.forget(loop.now());
        memory.open();
    }

    private void apply(Message event, List<Message> all) {
        state.apply(event, loop.now());
        if (event instanceof OrderEvent order) {
            metrics.record(order);
        }
        all.add(event);
        state.takeImplied().forEach(implied -> apply(implied, all));
    }
}
