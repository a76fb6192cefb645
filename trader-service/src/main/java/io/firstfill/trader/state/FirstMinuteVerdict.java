package io.firstfill.trader.state;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.order.BuyState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an exchange takes market orders in the first minute of a pair, as our own last one there has shown: it is
 * refused as such, accepted and then cancelled with nothing bought, or filled. What a market order has shown holds for
 * a day: where the first order is a capped one because of it, nothing else could show that it is over. Known from the
 * replayed orders at a start. Confined to the event loop.
 */
public final class FirstMinuteVerdict {
    private static final Duration FIRST_MINUTE = Duration.ofMinutes(1);
    private static final Duration HOLDS = Duration.ofDays(1);

    private record Refused(Pair pair, Instant at) {}

    /** The terms of a replayed order are not known, its type is. */
    private final Set<ClientOrderId> marketOrders = new HashSet<>();

    private @Nullable Refused refused;

    /**
     * Returns the pair whose market order was refused or cancelled last; empty once another one has been filled, or a
     * day has passed.
     */
    public Optional<Pair> marketOrdersRefused(Instant now) {
        return Optional.ofNullable(refused)
                .filter(last -> now.isBefore(last.at().plus(HOLDS)))
                .map(Refused::pair);
    }

    void submitted(OrderSubmitted event) {
        if (event.orderType() == OrderType.MARKET) {
            marketOrders.add(event.clientOrderId());
        }
    }

    /** Takes the event of an order that has been sent. */
    void applied(BuyState known, OrderStep event) {
        boolean market = OrderBook.isEnd(event)
                ? marketOrders.remove(event.clientOrderId())
                : marketOrders.contains(event.clientOrderId());
        if (!market || !isInFirstMinute(known, event)) {
            return;
        }
        switch (event) {
            case OrderRejected no when no.rejection() == Rejection.STYLE_REFUSED -> refused = refused(no);
            case OrderCanceled end -> refused = end.filledQuantity().isZero() ? refused(end) : null;
            case OrderFilled filled -> refused = null;
            default -> {}
        }
    }

    private static Refused refused(OrderStep end) {
        return new Refused(end.pair(), end.meta().occurredAt());
    }

    private static boolean isInFirstMinute(BuyState known, OrderStep event) {
        Timeline timeline = known.buy().timeline();
        Instant opened = timeline.openingTime() != null ? timeline.openingTime() : timeline.detectedAt();
        return event.meta().occurredAt().isBefore(opened.plus(FIRST_MINUTE));
    }
}
