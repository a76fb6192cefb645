package io.firstfill.contract.memory;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.value.Price;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position that has not ended. A record without a value ends the memory of it.
 *
 * @param orderEvents those on {@code orders.v1} that the position's state follows from, in their order and under
 *     their ids
 * @param exitEvents those on {@code exits.v1}, in the same way
 * @param plan by which it ends; null where there is none
 * @param highest best bid since it was opened; null where none was read
 */
@Since(4)
public record PositionRemembered(
        Meta meta,
        EnvironmentId environment,
        PositionId positionId,
        List<OrderEvent> orderEvents,
        List<ExitEvent> exitEvents,
        @Nullable ExitPlan plan,
        @Nullable Price highest)
        implements MemoryEvent {
    public PositionRemembered {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(positionId, "positionId");
        orderEvents = List.copyOf(orderEvents);
        exitEvents = List.copyOf(exitEvents);
    }
}
