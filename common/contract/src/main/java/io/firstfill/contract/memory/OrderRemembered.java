package io.firstfill.contract.memory;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.OrderEvent;
import java.util.List;
import java.util.Objects;

/**
 * An order that has not ended, or that has bought something.
 *
 * @param events those on {@code orders.v1} that the order's state follows from, in their order and under their ids
 */
public record OrderRemembered(
        Meta meta, EnvironmentId environment, ClientOrderId clientOrderId, List<OrderEvent> events)
        implements MemoryEvent {
    public OrderRemembered {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        events = List.copyOf(events);
    }
}
