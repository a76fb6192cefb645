package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** The pairs open to API trading: for everyone (defaultSymbols) or for one key (selfSymbols). */
public record ApiSymbols(Set<MexcSymbol> symbols) {

    public ApiSymbols {
        symbols = Set.copyOf(requireNonNull(symbols, "symbols"));
    }
}
