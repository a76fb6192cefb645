package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.reading.WireText;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fill of one of our orders. In which asset the fee of a buy is taken is not documented: read {@code
 * commissionAsset}.
 */
public record MyTrade(
        MexcSymbol symbol,
        @JsonProperty("id") String tradeId,
        OrderId orderId,
        @Nullable ClientOrderId clientOrderId,
        BigDecimal price,
        @JsonProperty("qty") BigDecimal quantity,
        @JsonProperty("quoteQty") @Nullable BigDecimal quoteQuantity,
        @Nullable BigDecimal commission,
        @Nullable String commissionAsset,
        Instant time,
        @JsonProperty("isBuyer") @Nullable Boolean buyer,
        @JsonProperty("isMaker") @Nullable Boolean maker) {

    public MyTrade {
        requireNonNull(symbol, "symbol");
        WireText.requireName(requireNonNull(tradeId, "tradeId"), "trade id");
        requireNonNull(orderId, "orderId");
        notNegative(requireNonNull(price, "price"));
        notNegative(requireNonNull(quantity, "quantity"));
        notNegative(requireNonNullElse(quoteQuantity, BigDecimal.ZERO));
        commissionAsset = WireText.nameOrNull(commissionAsset, "commissionAsset");
        requireNonNull(time, "time");
    }

    private static void notNegative(BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a fill is not negative");
        }
    }
}
