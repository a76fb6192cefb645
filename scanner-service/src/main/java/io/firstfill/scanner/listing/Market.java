package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last whole answer of exchangeInfo. */
final class Market {
    private final Map<Pair, MarketRow> rows = new HashMap<>();
    private boolean answered;

    void replace(List<MarketRow> present) {
        rows.clear();
        present.forEach(row -> rows.put(row.pair(), row));
        answered = true;
    }

    boolean isKnown() {
        return answered;
    }

    Optional<MarketRow> row(Pair pair) {
        return Optional.ofNullable(rows.get(pair));
    }

    boolean isTrading(Pair pair) {
        return row(pair).filter(MarketRow::isTrading).isPresent();
    }
}
