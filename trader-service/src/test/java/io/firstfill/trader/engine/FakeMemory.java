package io.firstfill.trader.engine;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.memory.PositionRemembered;
import io.firstfill.trader.position.PositionMemory;
import io.firstfill.trader.state.OrderMemory;
import io.smallrye.mutiny.Uni;

/** The order memory of an engine under test, kept in the maps of its fixture. */
record FakeMemory(EngineFixture fixture) implements OrderMemory, PositionMemory {
    @Override
    public Uni<Void> put(OrderRemembered order) {
        Throwable failure = fixture.memoryFailures.get(order.clientOrderId());
        return failure == null
                ? fixture.memoryTopic.apply(() -> fixture.memory.put(order.clientOrderId(), order))
                : Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Void> put(PositionRemembered position) {
        return fixture.memoryTopic.apply(() -> fixture.positions.put(position.positionId(), position));
    }

    @Override
    public Uni<Void> remove(PositionId position) {
        return fixture.memoryTopic.apply(() -> fixture.positions.remove(position));
    }

    @Override
    public Uni<Void> remove(ClientOrderId order) {
        return fixture.memoryTopic.apply(() -> fixture.memory.remove(order));
    }
}
