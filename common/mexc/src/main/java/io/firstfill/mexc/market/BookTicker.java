package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Best bid and ask; a side is null when it is empty, as before an opening. */
public record BookTicker(
        MexcSymbol symbol,
        @Nullable BigDecimal bidPrice,
        @JsonProperty("bidQty") @Nullable BigDecimal bidQuantity,
        @Nullable BigDecimal askPrice,
        @JsonProperty("askQty") @Nullable BigDecimal askQuantity) {

    public BookTicker {
        requireNonNull(symbol, "symbol");
        bidPrice = Absent.whenZero(bidPrice);
        bidQuantity = Absent.whenZero(bidQuantity);
        askPrice = Absent.whenZero(askPrice);
        askQuantity = Absent.whenZero(askQuantity);
    }
}
