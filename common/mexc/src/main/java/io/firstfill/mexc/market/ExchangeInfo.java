package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import java.util.List;

/**
 * The answer of exchangeInfo.
 *
 * @param skipped the rows that could not be read and were left out, so that one odd pair does not hide the others
 */
public record ExchangeInfo(List<SymbolInfo> symbols, SkippedRows skipped) implements Partial {

    public ExchangeInfo {
        symbols = List.copyOf(requireNonNull(symbols, "symbols"));
        requireNonNull(skipped, "skipped");
    }
}
