package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of exchangeInfo.
 *
 * @param skipped number of rows that could not be read and were left out, so that one odd pair does not hide the others
 */
public record ExchangeInfo(@Nullable Instant serverTime, List<SymbolInfo> symbols, int skipped) {

    public ExchangeInfo {
        symbols = List.copyOf(requireNonNull(symbols, "symbols"));
    }
}
