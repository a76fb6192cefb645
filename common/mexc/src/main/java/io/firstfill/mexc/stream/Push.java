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
 * One data frame of a stream. The frames of a private stream carry no sequence number: a lost frame is not noticed, and
 * a frame may come twice.
 *
 * @param channel as subscribed to
 * @param symbol null where the frame concerns no pair
 * @param sentAt by the exchange's clock; null where the frame does not say
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
     * The state of one of our orders after a change.
     *
     * @param clientOrderId null for an order whose name does not have the form of ours
     * @param side null where the frame does not say
     * @param filled quantity filled so far; null where the frame does not say
     * @param spent quote amount of the fills so far; null where the frame does not say
     */
    public record OrderPush(
            OrderId orderId,
            @Nullable ClientOrderId clientOrderId,
            OrderStatus status,
            @Nullable Side side,
            @Nullable BigDecimal filled,
            @Nullable BigDecimal spent)
            implements Body {}

    /** One trade of one of our orders. */
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

    /** The best bid and ask of a pair; the values of a side are null while the side is empty. */
    public record BookPush(
            @Nullable BigDecimal bidPrice,
            @Nullable BigDecimal bidQuantity,
            @Nullable BigDecimal askPrice,
            @Nullable BigDecimal askQuantity)
            implements Body {}

    /**
     * The pair's trades in the frame.
     *
     * @param price of the last one
     * @param first price of the first one
     * @param firstAt when the first one was made, by the exchange's clock; null where the frame does not say
     */
    public record TradePush(
            BigDecimal price, BigDecimal first, @Nullable Instant firstAt) implements Body {
        public TradePush {
            requireNonNull(price, "price");
            requireNonNull(first, "first");
        }
    }

    /** The body of a frame of a kind that this module does not read. */
    public record OtherPush() implements Body {}
}
