package io.firstfill.trader.engine;

import io.firstfill.contract.Family;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.service.kafka.Outbox;
import io.firstfill.trader.state.OrderMemory;
import io.smallrye.mutiny.Uni;

/** Keeps the orders of one environment on their compacted topic. */
record OutboxMemory(EnvironmentId environment, Outbox outbox) implements OrderMemory {
    @Override
    public Uni<Void> put(OrderRemembered order) {
        return outbox.publish(order, order.clientOrderId().value());
    }

    @Override
    public Uni<Void> remove(ClientOrderId order) {
        return outbox.remove(Family.ORDER_MEMORY, environment, order.value());
    }
}
