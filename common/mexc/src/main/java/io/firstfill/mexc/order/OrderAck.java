package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.reading.WireText;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exchange has taken an order. The answer does not say whether the order filled: only the order query, the trades
 * or the stream do.
 */
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
        type = WireText.describeOrNull(type);
    }
}
