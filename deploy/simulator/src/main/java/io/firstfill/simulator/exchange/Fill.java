package io.firstfill.simulator.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One customer's side of a trade.
 *
 * @param visibleFrom the fill shows in queries from here on (machine clock, microseconds)
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
