package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** @param price the last trade's; null before the first */
public record TickerPrice(MexcSymbol symbol, @Nullable BigDecimal price) {

    public TickerPrice {
        requireNonNull(symbol, "symbol");
        price = Absent.whenZero(price);
    }
}
