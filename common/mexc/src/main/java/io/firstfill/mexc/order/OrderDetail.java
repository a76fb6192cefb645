package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.firstfill.mexc.market.MexcSymbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the exchange sees it now.
 *
 * @param clientOrderId null when absent, or when it is not one of ours by its alphabet
 * @param price of a market order: its protection price, not what was paid
 * @param executedQuote what was paid or received; the wire spells it {@code cummulativeQuoteQty}
 * @param time seen with whole seconds only
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
    }

    /** Empty while nothing is filled. */
    public Optional<BigDecimal> averagePrice() {
        return executedQty.signum() == 0
                ? Optional.empty()
                : Optional.of(executedQuote.divide(executedQty, MathContext.DECIMAL128));
    }

    /** Only a new order may leave its fill out; a silent zero elsewhere would lose coins we own. */
    private static BigDecimal executed(@Nullable BigDecimal amount, OrderStatus status) {
        return status == OrderStatus.NEW
                ? requireNonNullElse(amount, BigDecimal.ZERO)
                : requireNonNull(amount, "an order that has left NEW states what it filled");
    }
}
