package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Price;
import io.firstfill.mexc.market.TickerPrice;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts prices; one that our records cannot carry, such as zero, is none. */
final class Prices {
    private Prices() {}

    static @Nullable Price of(@Nullable BigDecimal value) {
        try {
            return value == null ? null : new Price(value);
        } catch (IllegalArgumentException outOfRange) {
            return null;
        }
    }

    /** Returns the prices of the symbols, by symbol. */
    static Map<String, Price> of(List<TickerPrice> rows, Set<String> symbols) {
        Map<String, Price> found = new HashMap<>();
        for (TickerPrice row : rows) {
            String symbol = row.symbol().value();
            Price price = symbols.contains(symbol) ? of(row.price()) : null;
            if (price != null) {
                found.put(symbol, price);
            }
        }
        return found;
    }
}
