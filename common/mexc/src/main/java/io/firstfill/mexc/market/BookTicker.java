package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The best prices of a pair's book, in quote; null while that side is empty. */
public record BookTicker(
        MexcSymbol symbol, @Nullable BigDecimal bidPrice, @Nullable BigDecimal askPrice) {

    public BookTicker {
        requireNonNull(symbol, "symbol");
        bidPrice = Absent.whenZero(bidPrice);
        askPrice = Absent.whenZero(askPrice);
        if ((bidPrice != null && bidPrice.signum() < 0) || (askPrice != null && askPrice.signum() < 0)) {
            throw new IllegalArgumentException("a price is not negative");
        }
    }
}
