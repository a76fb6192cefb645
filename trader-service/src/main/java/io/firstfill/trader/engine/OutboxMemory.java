package io.firstfill.trader.engine;

import io.firstfill.contract.Family;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.memory.PositionRemembered;
import io.firstfill.service.kafka.Outbox;
import io.firstfill.trader.position.PositionMemory;
import io.firstfill.trader.state.OrderMemory;
import io.smallrye.mutiny.Uni;

/** Keeps the orders and positions of one environment on their compacted topic. */
record OutboxMemory(EnvironmentId environment, Outbox outbox) implements OrderMemory, PositionMemory {
    @Override
    public Uni<Void> put(OrderRemembered order) {
        return outbox.publish(order, order.clientOrderId().value());
    }

    @Override
    public Uni<Void> remove(ClientOrderId order) {
        return outbox.remove(Family.ORDER_MEMORY, environment, order.value());
    }

    @Override
    public Uni<Void> put(PositionRemembered position) {
        return outbox.publish(position, position.positionId().toString());
    }

    @Override
    public Uni<Void> remove(PositionId position) {
        return outbox.remove(Family.ORDER_MEMORY, environment, position.toString());
    }
}
