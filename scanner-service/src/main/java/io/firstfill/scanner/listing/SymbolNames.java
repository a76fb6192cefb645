package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.Hint;
import io.firstfill.scanner.observation.MarketRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps the exchange's symbols to pairs. exchangeInfo states the pair of a symbol; a symbol that exchangeInfo has not
 * shown yet is split by a known quote asset at its end.
 */
final class SymbolNames {
    private final List<Asset> quotes;
    private final Map<String, Pair> pairs = new HashMap<>();

    SymbolNames(List<Asset> quotes) {
        this.quotes = quotes.stream()
                .sorted(Comparator.comparingInt((Asset quote) -> quote.code().length())
                        .reversed())
                .toList();
    }

    void add(MarketRow row) {
        pairs.put(row.symbol(), row.pair());
    }

    /** Adds the pair of a hint, unless the symbol is known: a statement of exchangeInfo counts over a hint. */
    void add(Hint hint) {
        pairs.putIfAbsent(hint.pair().symbol(), hint.pair());
    }

    Optional<Pair> pairOf(String symbol) {
        Pair pair = pairs.get(symbol);
        return pair == null ? split(symbol) : Optional.of(pair);
    }

    private Optional<Pair> split(String symbol) {
        return quotes.stream()
                .filter(quote -> symbol.endsWith(quote.code())
                        && symbol.length() > quote.code().length())
                .findFirst()
                .flatMap(quote -> pair(symbol, quote));
    }

    private static Optional<Pair> pair(String symbol, Asset quote) {
        try {
            String base = symbol.substring(0, symbol.length() - quote.code().length());
            return Optional.of(new Pair(Asset.of(base), quote));
        } catch (IllegalArgumentException unreadableName) {
            return Optional.empty();
        }
    }
}
