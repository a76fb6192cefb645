package io.firstfill.trader.state;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PositionChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events to be remembered of each order: those of an order that has not ended, and the end of one that has bought
 * something, with the event of its position. Compared with what is written, so that only changes are written. Confined
 * to the event loop.
 */
final class RememberedOrders {
    private final Map<ClientOrderId, List<OrderEvent>> wanted = new LinkedHashMap<>();
    private final Map<ClientOrderId, List<OrderEvent>> written = new HashMap<>();
    /** Events whose record cannot be written. */
    private final Map<ClientOrderId, List<OrderEvent>> leftOut = new HashMap<>();

    /** The order that an implied event follows from, by the id of the event of its end. */
    private final Map<MessageId, ClientOrderId> ends = new HashMap<>();

    /** The record of an order that is on its topic. */
    void replayed(OrderRemembered record) {
        written.put(record.clientOrderId(), record.events());
    }

    /** The event has been applied; an order that ends with nothing bought is not remembered. */
    void applied(OrderStep step) {
        ClientOrderId id = step.clientOrderId();
        if (OrderBook.isEnd(step)) {
            ends.put(step.meta().id(), id);
            if (OrderBook.hasBoughtNothing(step)) {
                wanted.remove(id);
            } else {
                wanted.put(id, List.of(step));
            }
        } else if (OrderBook.isSent(step) || wanted.containsKey(id)) {
            add(id, step);
        }
    }

    /** An event implied by the end of an order, such as that of its position. */
    void implied(OrderEvent event) {
        orderOf(event).filter(wanted::containsKey).ifPresent(id -> add(id, event));
    }

    /** The ends of orders that have bought something, and whose fee is not known. */
    List<OrderStep> ends() {
        return wanted.values().stream()
                .filter(events -> events.stream().noneMatch(RememberedOrders::isFee))
                .map(List::getFirst)
                .filter(OrderStep.class::isInstance)
                .map(OrderStep.class::cast)
                .filter(OrderBook::isEnd)
                .toList();
    }

    private static boolean isFee(OrderEvent event) {
        return event instanceof PositionChanged changed && changed.feeQuantity() != null;
    }

    /** The order whose end the event is, or follows from. */
    Optional<ClientOrderId> orderOf(OrderEvent event) {
        return Optional.ofNullable(ends.get(event.meta().id()))
                .or(() -> Optional.ofNullable(event.meta().causationId()).map(ends::get));
    }

    /** A later event of a type replaces the one before: of the parts filled so far only the last sum counts. */
    private void add(ClientOrderId id, OrderEvent event) {
        List<OrderEvent> events = new ArrayList<>(wanted.getOrDefault(id, List.of()));
        if (events.stream()
                .noneMatch(known -> known.meta().id().equals(event.meta().id()))) {
            events.removeIf(known -> known.getClass() == event.getClass());
            events.add(event);
            wanted.put(id, List.copyOf(events));
        }
    }

    /** Drops the orders of those runs; none of them is open any more. */
    void forget(Predicate<RunId> runs) {
        wanted.values().removeIf(events -> runs.test(events.getFirst().runId()));
        ends.values().retainAll(wanted.keySet());
    }

    /** The orders of which something else is written than what is to be remembered. */
    List<ClientOrderId> changed(Set<ClientOrderId> except) {
        List<ClientOrderId> all = new ArrayList<>(wanted.keySet());
        written.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(all::add);
        all.removeIf(id -> except.contains(id)
                || Objects.equals(wanted.get(id), written.get(id))
                || (leftOut.containsKey(id) && Objects.equals(wanted.get(id), leftOut.get(id))));
        return all;
    }

    /** Returns what is to be written of the order; empty where its record is to be removed. */
    Optional<OrderRemembered> record(ClientOrderId id) {
        return Optional.ofNullable(wanted.get(id)).map(events -> {
            OrderEvent last = events.getLast();
            Meta meta = last.meta()
                    .next(
                            MessageId.derivedFrom(
                                    "OrderRemembered", id, last.meta().id()),
                            last.meta().occurredAt());
            return new OrderRemembered(meta, last.environment(), id, events);
        });
    }

    void written(ClientOrderId id, Optional<OrderRemembered> record) {
        record.ifPresentOrElse(kept -> written.put(id, kept.events()), () -> written.remove(id));
        leftOut.remove(id);
    }

    /** The record cannot be written: the order waits until there is something else to write of it. */
    void leaveOut(ClientOrderId id, OrderRemembered record) {
        leftOut.put(id, record.events());
    }

    /** Returns the orders that were left out and need not be remembered any more; each is handed out once. */
    List<ClientOrderId> takeOver() {
        List<ClientOrderId> over =
                leftOut.keySet().stream().filter(id -> !wanted.containsKey(id)).toList();
        over.forEach(leftOut::remove);
        return over;
    }
}
