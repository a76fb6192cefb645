package io.firstfill.trader.position;

import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What its events have told of a position last: its opening, its last change and its end. Confined to the event loop. */
final class ToldPosition {
    private @Nullable PositionOpened opened;
    private @Nullable PositionChanged changed;
    private @Nullable PositionClosed closed;
    private Quantity sold = Quantity.ZERO;

    void apply(OrderEvent event, Coins coins) {
        switch (event) {
            case PositionOpened first -> opened = first;
            case PositionChanged later -> {
                changed = later;
                coins.fee(later);
                Quantity more = later.sold();
                sold = more != null && more.compareTo(sold) > 0 ? more : sold;
            }
            case PositionClosed end -> {
                closed = end;
                sold = coins.sold().quantity();
            }
            default -> {}
        }
    }

    Optional<PositionOpened> opened() {
        return Optional.ofNullable(opened);
    }

    boolean isClosed() {
        return closed != null;
    }

    /** What the end of the position has written off. */
    Quantity writtenOff() {
        Quantity left = closed == null ? null : closed.left();
        return left == null ? Quantity.ZERO : left;
    }

    /** What was told to be sold. */
    Quantity sold() {
        return sold;
    }

    List<OrderEvent> events() {
        List<OrderEvent> events = new ArrayList<>();
        Optional.ofNullable(opened).ifPresent(events::add);
        Optional.ofNullable(changed).ifPresent(events::add);
        Optional.ofNullable(closed).ifPresent(events::add);
        return events;
    }
}
