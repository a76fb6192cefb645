package io.firstfill.trader.state;

import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an exchange takes market orders in the first minute of a pair, as our own last one there has shown: it is
 * refused as such, accepted and then cancelled with nothing bought, or filled. Known from the replayed orders at a
 * start. Confined to the event loop.
 */
public final class FirstMinuteVerdict {
    private static final Duration FIRST_MINUTE = Duration.ofMinutes(1);

    private @Nullable Pair refused;

    /** Returns the pair whose market order was refused or cancelled last; empty once another one has been filled. */
    public Optional<Pair> marketOrdersRefused() {
        return Optional.ofNullable(refused);
    }

    /** Takes the event of an order that has been sent. */
    void applied(BuyState known, OrderStep event) {
        if (!(known.buy().terms() instanceof Terms.Market) || !isInFirstMinute(known, event)) {
            return;
        }
        switch (event) {
            case OrderRejected no when no.rejection() == Rejection.STYLE_REFUSED -> refused = no.pair();
            case OrderCanceled end -> refused = end.filledQuantity().isZero() ? end.pair() : null;
            case OrderFilled filled -> refused = null;
            default -> {}
        }
    }

    private static boolean isInFirstMinute(BuyState known, OrderStep event) {
        Timeline timeline = known.buy().timeline();
        Instant opened = timeline.openingTime() != null ? timeline.openingTime() : timeline.detectedAt();
        return event.meta().occurredAt().isBefore(opened.plus(FIRST_MINUTE));
    }
}
