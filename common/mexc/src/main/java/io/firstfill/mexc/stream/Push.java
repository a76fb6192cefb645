package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.OrderStatus;
import io.firstfill.mexc.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One frame of data. Nothing numbers the private ones: a lost one is not noticed, and one may come twice.
 *
 * @param channel as subscribed to
 * @param symbol null for what concerns no pair
 * @param sentAt by the exchange's clock; null when it did not say
 */
public record Push(
        String channel,
        @Nullable MexcSymbol symbol,
        @Nullable Instant sentAt,
        Body body) {

    public Push {
        requireNonNull(channel, "channel");
        requireNonNull(body, "body");
    }

    /** What the frame is about. */
    public sealed interface Body {}

    /**
     * The state of an order of ours after a change.
     *
     * @param clientOrderId null for an order that is not named as we name ours
     * @param side null when the exchange did not say
     * @param filled all of it so far, as for {@code spent}; null when the exchange did not say
     */
    public record OrderPush(
            OrderId orderId,
            @Nullable ClientOrderId clientOrderId,
            OrderStatus status,
            @Nullable Side side,
            @Nullable BigDecimal filled,
            @Nullable BigDecimal spent)
            implements Body {}

    /** One trade of an order of ours. */
    public record DealPush(
            OrderId orderId,
            @Nullable ClientOrderId clientOrderId,
            String tradeId,
            @Nullable Side side,
            @Nullable BigDecimal price,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal amount,
            @Nullable Instant time)
            implements Body {}

    /** The top of a book; a side is null while it is empty. */
    public record BookPush(
            @Nullable BigDecimal bidPrice,
            @Nullable BigDecimal bidQuantity,
            @Nullable BigDecimal askPrice,
            @Nullable BigDecimal askQuantity)
            implements Body {}

    /** Something this module does not read. */
    public record OtherPush() implements Body {}
}
