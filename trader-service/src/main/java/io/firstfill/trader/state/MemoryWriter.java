package io.firstfill.trader.state;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Keeps the orders on the memory's topic as they are remembered. An order's first record is written right after its
 * request was prepared, beside the event of its submission and never before an order waits for it; a record that says
 * that an order has ended is written only when the event of that end is durable, so that a kill in between loses
 * neither. One record is under way at a time; one that fails is written again. Confined to the event loop.
 */
final class MemoryWriter {
    private static final Logger LOG = Logger.getLogger(MemoryWriter.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final RememberedOrders orders;
    private final OrderMemory memory;
    private final EventLoop loop;
    private final TradingLease lease;
    /** Orders whose end, or its implied event, is not durable yet, with the number of events that are not. */
    private final Map<ClientOrderId, Integer> held = new HashMap<>();

    private boolean opened;
    private boolean scheduled;
    private boolean writing;

    MemoryWriter(EngineState state, OrderMemory memory, EventLoop loop, TradingLease lease) {
        this.orders = state.remembered();
        this.memory = memory;
        this.loop = loop;
        this.lease = lease;
    }

    /** The past has been read: what it shows is written where it is not. */
    void open() {
        opened = true;
        changed();
    }

    /** Something may have changed; written after what is running on the event loop now. */
    void changed() {
        if (opened && !scheduled) {
            scheduled = true;
            loop.execute(() -> {
                scheduled = false;
                write();
            });
        }
    }

    /** The events have been applied and are not durable yet; returns the orders whose record waits for them. */
    Collection<ClientOrderId> hold(List<? extends OrderEvent> events) {
        Set<ClientOrderId> waiting = new HashSet<>();
        events.forEach(event -> orders.orderOf(event).ifPresent(waiting::add));
        waiting.forEach(id -> held.merge(id, 1, Integer::sum));
        return waiting;
    }

    void release(Collection<ClientOrderId> waiting) {
        waiting.forEach(id -> held.computeIfPresent(id, (order, count) -> count > 1 ? count - 1 : null));
        changed();
    }

    private void write() {
        List<ClientOrderId> changed = orders.changed(held.keySet());
        if (writing || changed.isEmpty()) {
            return;
        }
        if (!lease.holds()) {
            loop.after(RETRY, this::changed);
            return;
        }
        ClientOrderId id = changed.getFirst();
        Optional<OrderRemembered> record = orders.record(id);
        Uni<Void> durable = record.map(memory::put).orElseGet(() -> memory.remove(id));
        writing = true;
        durable.subscribe().with(done -> loop.execute(() -> written(id, record)), failure -> {
            LOG.errorf(failure, "Order not remembered, trying again: order=%s", id);
            loop.after(RETRY, this::again);
        });
    }

    private void written(ClientOrderId id, Optional<OrderRemembered> record) {
        orders.written(id, record);
        again();
    }

    private void again() {
        writing = false;
        write();
    }
}
