package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The last price of a pair.
 *
 * @param price of the last trade; null before the first trade
 */
public record TickerPrice(MexcSymbol symbol, @Nullable BigDecimal price) {

    public TickerPrice {
        requireNonNull(symbol, "symbol");
        price = Absent.whenZero(price);
        if (price != null && price.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative");
        }
    }
}
