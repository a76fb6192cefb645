package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pair a symbol is. exchangeInfo knows; for a symbol it has not shown yet the quote asset is told by the ending. */
final class SymbolNames {
    private final List<Asset> quotes;
    private final Map<String, Pair> told = new HashMap<>();

    SymbolNames(List<Asset> quotes) {
        this.quotes = quotes.stream()
                .sorted(Comparator.comparingInt((Asset quote) -> quote.code().length())
                        .reversed())
                .toList();
    }

    void learn(MarketRow row) {
        told.put(row.symbol(), row.pair());
    }

    /** The exchange's own word counts over a hint. */
    void hear(Hint hint) {
        told.putIfAbsent(hint.pair().symbol(), hint.pair());
    }

    Optional<Pair> pairOf(String symbol) {
        Pair pair = told.get(symbol);
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
