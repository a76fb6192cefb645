package io.firstfill.trader.state;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.memory.OrderRemembered;
import io.smallrye.mutiny.Uni;

/** The memory of orders beyond the replay of their topic: one record for each order, the last one holds. */
public interface OrderMemory {
    /** @return completes when the record is durable */
    Uni<Void> put(OrderRemembered order);

    /** @return completes when the order is forgotten for good */
    Uni<Void> remove(ClientOrderId order);
}
