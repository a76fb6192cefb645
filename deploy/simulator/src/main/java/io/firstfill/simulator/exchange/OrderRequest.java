package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order as a customer asks for it: read, not yet judged. */
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
