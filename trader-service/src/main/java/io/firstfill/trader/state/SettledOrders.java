package io.firstfill.trader.state;

import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders that a person has settled, or has asked to settle. Confined to the event loop. */
public final class SettledOrders {
    /** As long as the exchange lists an order, so that it can still contradict the person. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** Commands about orders that were in doubt and have not ended: a kill may part OrderResolved from the end. */
    private final Map<ClientOrderId, SettleOrder> asked = new LinkedHashMap<>();
    /** Orders that are being settled: the event of their end comes next. */
    private final Map<ClientOrderId, Buy> settling = new HashMap<>();

    private final Map<ClientOrderId, SettledOrder> settled = new LinkedHashMap<>();
    private final Map<ClientOrderId, Instant> since = new HashMap<>();

    /** @param state of the order when the command was read; null where no such order is open */
    void asked(SettleOrder command, Optional<BuyState> state) {
        state.filter(BuyState.InDoubt.class::isInstance)
                .ifPresent(doubtful -> asked.put(command.clientOrderId(), command));
    }

    /** Commands that are not carried out yet. */
    public List<SettleOrder> asked() {
        return List.copyOf(asked.values());
    }

    /** @param before the state of the order before the event */
    void applied(OrderStep step, Optional<BuyState> before) {
        switch (step) {
            case OrderResolved resolved
            when resolved.resolution() == Resolution.SETTLED ->
                before.ifPresent(known -> settling.put(step.clientOrderId(), known.buy()));
            case OrderFilled whole ->
                ended(
                        step,
                        new OrderSnapshot(
                                whole.exchangeOrderId(), Status.FILLED, whole.filledQuantity(), whole.filledAmount()));
            case OrderCanceled part ->
                ended(
                        step,
                        new OrderSnapshot(
                                part.exchangeOrderId(), Status.CANCELED, part.filledQuantity(), part.filledAmount()));
            default -> {
                // no part of a settlement
            }
        }
    }

    private void ended(OrderStep step, OrderSnapshot stated) {
        asked.remove(step.clientOrderId());
        Buy buy = settling.remove(step.clientOrderId());
        if (buy != null) {
            settled.put(step.clientOrderId(), new SettledOrder(buy, stated));
            since.put(step.clientOrderId(), step.meta().occurredAt());
        }
    }

    public Optional<SettledOrder> find(ClientOrderId id) {
        return Optional.ofNullable(settled.get(id));
    }

    /** The orders that the exchange may still contradict. */
    public List<SettledOrder> all() {
        return List.copyOf(settled.values());
    }

    void forget(Instant now) {
        since.values().removeIf(at -> at.isBefore(now.minus(KEPT)));
        settled.keySet().retainAll(since.keySet());
    }
}
