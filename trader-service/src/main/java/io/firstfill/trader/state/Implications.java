package io.firstfill.trader.state;

import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The implied events that must still be published, because no event with their id has been read or published yet. */
final class Implications {
    /** As long as orders are replayed. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Map<MessageId, OrderEvent> outstanding = new LinkedHashMap<>();
    private final Map<MessageId, Instant> published = new HashMap<>();

    void add(OrderEvent implied) {
        if (!published.containsKey(implied.meta().id())) {
            outstanding.put(implied.meta().id(), implied);
        }
    }

    /**
     * A position's event settles every earlier one of that position, because it carries the sum; read again, it settles
     * none.
     */
    void published(OrderEvent event, Instant at) {
        if (published.put(event.meta().id(), at) != null) {
            return;
        }
        outstanding.remove(event.meta().id());
        position(event)
                .ifPresent(id -> outstanding
                        .values()
                        .removeIf(open -> position(open).filter(id::equals).isPresent()
                                && !open.meta().occurredAt().isAfter(at)));
    }

    /** Hands all outstanding events out; they are forgotten here. */
    List<OrderEvent> take() {
        List<OrderEvent> taken = List.copyOf(outstanding.values());
        outstanding.clear();
        return taken;
    }

    void forget(Instant now) {
        Instant horizon = now.minus(KEPT);
        published.values().removeIf(at -> at.isBefore(horizon));
    }

    private static Optional<PositionId> position(OrderEvent event) {
        return switch (event) {
            case PositionOpened opened -> Optional.of(opened.positionId());
            case PositionChanged changed -> Optional.of(changed.positionId());
            case PositionClosed closed -> Optional.empty();
            case PermitReturned returned -> Optional.empty();
            case OrderStep step -> Optional.empty();
        };
    }
}
