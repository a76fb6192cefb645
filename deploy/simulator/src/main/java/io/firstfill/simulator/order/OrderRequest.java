package io.firstfill.simulator.order;

import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A customer's request for an order: parsed, and not yet checked against the order rules. */
public record OrderRequest(
        String symbol,
        Side side,
        OrderType type,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteOrderQty,
        @Nullable BigDecimal price,
        @Nullable String clientOrderId,
        String stpMode) {

    boolean isMarket() {
        return type == OrderType.MARKET;
    }
}
