package io.firstfill.trader.state;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.json.UnwritableMessageException;
import io.firstfill.trader.alert.Alerts;
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
import org.jspecify.annotations.Nullable;

/**
 * Keeps the orders on the memory's topic as they are remembered. An order's first record is written right after its
 * request was prepared, beside the event of its submission and never before an order waits for it; a record that says
 * that an order has ended is written only when the event of that end is durable, so that a kill in between loses
 * neither. One record is under way at a time; one that fails is written again, after those of other orders. A record
 * that no reader could take is left out with an alert, until there is something else to write of its order. Confined to
 * the event loop.
 */
final class MemoryWriter {
    private static final Logger LOG = Logger.getLogger(MemoryWriter.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final RememberedOrders orders;
    private final OrderMemory memory;
    private final EventLoop loop;
    private final TradingLease lease;
    private final Alerts alerts;
    /** Orders whose end, or its implied event, is not durable yet, with the number of events that are not. */
    private final Map<ClientOrderId, Integer> held = new HashMap<>();

    private boolean opened;
    private boolean scheduled;
    private boolean writing;
    private @Nullable ClientOrderId failed;

    MemoryWriter(EngineState state, OrderMemory memory, EventLoop loop, TradingLease lease, Alerts alerts) {
        this.orders = state.remembered();
        this.memory = memory;
        this.loop = loop;
        this.lease = lease;
        this.alerts = alerts;
    }

    /** The past has been read: what it shows is written where it is not, and what cannot be written is found anew. */
    void open() {
        opened = true;
        alerts.clearInherited(AlertKind.UNREADABLE_MESSAGE);
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
    Collection<ClientOrderId> hold(List<? extends Message> events) {
        Set<ClientOrderId> waiting = new HashSet<>();
        events.stream()
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .forEach(event -> orders.orderOf(event).ifPresent(waiting::add));
        waiting.forEach(id -> held.merge(id, 1, Integer::sum));
        return waiting;
    }

    void release(Collection<ClientOrderId> waiting) {
        waiting.forEach(id -> held.computeIfPresent(id, (order, count) -> count > 1 ? count - 1 : null));
        changed();
    }

    private void write() {
        orders.takeOver().forEach(this::clear);
        List<ClientOrderId> changed = orders.changed(held.keySet());
        if (writing || changed.isEmpty()) {
            return;
        }
        if (!lease.holds()) {
            loop.after(RETRY, this::changed);
            return;
        }
        ClientOrderId id = next(changed);
        Optional<OrderRemembered> record = orders.record(id);
        Uni<Void> durable =
                Uni.createFrom().deferred(() -> record.map(memory::put).orElseGet(() -> memory.remove(id)));
        writing = true;
        durable.subscribe()
                .with(
                        done -> loop.execute(() -> written(id, record)),
                        failure -> loop.execute(() -> failed(id, record, failure)));
    }

    /** An order whose record has failed is tried again when no other waits. */
    private ClientOrderId next(List<ClientOrderId> changed) {
        return changed.stream().filter(id -> !id.equals(failed)).findFirst().orElseGet(changed::getFirst);
    }

    private void failed(ClientOrderId id, Optional<OrderRemembered> record, Throwable failure) {
        if (failure instanceof UnwritableMessageException && record.isPresent()) {
            LOG.errorf(failure, "Order not remembered, because no reader could take its record: order=%s", id);
            leaveOut(id, record.get());
            again();
        } else {
            LOG.errorf(failure, "Order not remembered, trying again: order=%s", id);
            failed = id;
            loop.after(RETRY, this::again);
        }
    }

    private void leaveOut(ClientOrderId id, OrderRemembered record) {
        orders.leaveOut(id, record);
        alerts.raise(
                AlertKind.UNREADABLE_MESSAGE,
                id.value(),
                Severity.WARNING,
                "The record of this order for the order memory cannot be written: a trader that starts more than "
                        + Topics.KEPT.toDays() + " days later does not know the order");
    }

    private void clear(ClientOrderId id) {
        alerts.clearRaised(AlertKind.UNREADABLE_MESSAGE, id.value());
    }

    private void written(ClientOrderId id, Optional<OrderRemembered> record) {
        orders.written(id, record);
        clear(id);
        again();
    }

    private void again() {
        writing = false;
        write();
    }
}
