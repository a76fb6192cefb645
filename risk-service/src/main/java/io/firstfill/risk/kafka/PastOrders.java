package io.firstfill.risk.kafka;

import io.firstfill.contract.order.OrderEvent;
import java.util.List;
import java.util.Optional;

/** Reads what the trader has published about orders, as far back as its topic goes. */
@FunctionalInterface
interface PastOrders {
    /** Returns the events of the partition, the oldest first; empty where they could not be read in time. */
    Optional<List<OrderEvent>> of(int partition);
}
