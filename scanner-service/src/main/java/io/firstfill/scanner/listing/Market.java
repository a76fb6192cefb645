package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last whole answer of exchangeInfo. */
final class Market {
    private final Map<Pair, MarketRow> rows = new HashMap<>();
    private boolean known;

    void replace(List<MarketRow> answer) {
        rows.clear();
        answer.forEach(row -> rows.put(row.pair(), row));
        known = true;
    }

    /** Whether exchangeInfo has answered at all. */
    boolean isKnown() {
        return known;
    }

    Optional<MarketRow> row(Pair pair) {
        return Optional.ofNullable(rows.get(pair));
    }

    boolean isTrading(Pair pair) {
        return row(pair).filter(MarketRow::isTrading).isPresent();
    }
}
