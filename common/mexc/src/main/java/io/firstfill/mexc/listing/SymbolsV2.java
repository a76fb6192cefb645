package io.firstfill.mexc.listing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;

/** @param byQuote the website's pairs under their quote asset */
public record SymbolsV2(Map<String, List<WebSymbol>> byQuote, int skipped) {

    public SymbolsV2 {
        byQuote = byQuote.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
