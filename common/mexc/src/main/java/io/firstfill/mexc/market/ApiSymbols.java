package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import java.util.Set;

/**
 * The pairs open to API trading: for everyone (defaultSymbols) or for one key (selfSymbols).
 *
 * @param skipped the names that could not be read
 */
public record ApiSymbols(Set<MexcSymbol> symbols, SkippedRows skipped) implements Partial {

    public ApiSymbols {
        symbols = Set.copyOf(requireNonNull(symbols, "symbols"));
        requireNonNull(skipped, "skipped");
    }
}
