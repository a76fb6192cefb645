package io.firstfill.simulator.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One side of a trade, of a customer.
 *
 * @param visibleFrom from when queries show the fill, machine clock, microseconds
 */
public record Fill(
        String id,
        String orderId,
        @Nullable String clientOrderId,
        String account,
        String symbol,
        Side side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        boolean selfTrade,
        long timeMillis,
        long visibleFrom) {

    @JsonIgnore
    public BigDecimal amount() {
        return price.multiply(quantity);
    }
}
