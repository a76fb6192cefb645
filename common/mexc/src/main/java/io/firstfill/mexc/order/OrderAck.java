package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.market.MexcSymbol;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The order was taken. Nothing here says whether it filled: that comes from the order query, the trades or the stream. */
public record OrderAck(
        @Nullable MexcSymbol symbol,
        OrderId orderId,
        @Nullable BigDecimal price,
        @Nullable BigDecimal origQty,
        @Nullable String type,
        @Nullable Side side,
        @Nullable Instant transactTime) {

    public OrderAck {
        requireNonNull(orderId, "orderId");
    }
}
