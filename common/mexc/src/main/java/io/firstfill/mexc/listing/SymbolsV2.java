package io.firstfill.mexc.listing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;

/**
 * The website's list of pairs.
 *
 * @param byQuote the pairs under their quote asset
 * @param skipped number of rows that could not be read
 */
public record SymbolsV2(Map<String, List<WebSymbol>> byQuote, int skipped) {

    public SymbolsV2 {
        byQuote = byQuote.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
