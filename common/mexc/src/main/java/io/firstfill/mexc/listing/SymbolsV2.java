package io.firstfill.mexc.listing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import java.util.List;
import java.util.Map;

/**
 * The website's list of pairs.
 *
 * @param byQuote the pairs under their quote asset
 * @param skipped the rows that could not be read
 */
public record SymbolsV2(Map<String, List<WebSymbol>> byQuote, SkippedRows skipped) implements Partial {

    public SymbolsV2 {
        byQuote = byQuote.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
