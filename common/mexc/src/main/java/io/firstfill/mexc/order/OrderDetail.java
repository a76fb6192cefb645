package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.reading.WireText;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order as the exchange sees it now. The average price is {@code executedQuote / executedQty}.
 *
 * @param clientOrderId null when absent, or when its alphabet is not that of our ids
 * @param price for a market order its protection price, not the price paid
 * @param executedQuote quote paid or received; the wire spells it {@code cummulativeQuoteQty}
 * @param time observed with whole seconds only
 */
public record OrderDetail(
        MexcSymbol symbol,
        OrderId orderId,
        @Nullable ClientOrderId clientOrderId,
        @Nullable BigDecimal price,
        @JsonAlias("Qty") @Nullable BigDecimal origQty,
        BigDecimal executedQty,

        @JsonProperty("cummulativeQuoteQty") @JsonAlias("cumulativeQuoteQty")
        BigDecimal executedQuote,

        OrderStatus status,
        @Nullable String type,
        @Nullable Side side,
        @Nullable BigDecimal origQuoteOrderQty,
        @Nullable Instant time,
        @Nullable Instant updateTime,
        @Nullable String cancelReason) {

    public OrderDetail {
        requireNonNull(symbol, "symbol");
        requireNonNull(orderId, "orderId");
        status = requireNonNullElse(status, OrderStatus.UNKNOWN);
        executedQty = executed(executedQty, status);
        executedQuote = executed(executedQuote, status);
        type = WireText.describeOrNull(type);
        cancelReason = WireText.describeOrNull(cancelReason);
    }

    /**
     * Demands the filled amounts. Only a new order may omit them; a silent zero in another status would lose coins that
     * we own.
     */
    private static BigDecimal executed(@Nullable BigDecimal amount, OrderStatus status) {
        BigDecimal stated = status == OrderStatus.NEW
                ? requireNonNullElse(amount, BigDecimal.ZERO)
                : requireNonNull(amount, "an order that has left NEW states what it filled");
        if (stated.signum() < 0) {
            throw new IllegalArgumentException("a filled amount is not negative");
        }
        return stated;
    }
}
