package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.MarketRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last whole answer of exchangeInfo, with the pairs it shared with the answer before. */
final class Market {
    private Map<Pair, MarketRow> rows = new HashMap<>();
    private Map<Pair, MarketRow> before = Map.of();
    private Set<String> openToApi = Set.of();
    private boolean known;
    private boolean knownBefore;

    /** @param whole whether the answer is the whole list: only then pairs that it lacks are gone */
    void replace(Collection<MarketRow> answer, boolean whole) {
        before = rows;
        knownBefore = known;
        rows = whole ? new HashMap<>() : new HashMap<>(before);
        answer.forEach(row -> rows.put(row.pair(), row));
        known = true;
    }

    /** @param whole as for {@link #replace} */
    void replaceOpenToApi(Set<String> symbols, boolean whole) {
        openToApi = whole
                ? symbols
                : Stream.concat(openToApi.stream(), symbols.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether the last list of the symbols open to API trading has the pair. */
    boolean isOpenToApi(Pair pair) {
        return openToApi.contains(pair.symbol());
    }

    /** Returns whether exchangeInfo has answered at all. */
    boolean isKnown() {
        return known;
    }

    Optional<MarketRow> row(Pair pair) {
        return Optional.ofNullable(rows.get(pair));
    }

    /**
     * Returns whether the answer before the last one showed that the pair was not trading. That it lacked a pair which
     * is open to API trading shows nothing: a short answer hides pairs that trade.
     */
    boolean wasClosed(Pair pair) {
        MarketRow row = before.get(pair);
        return knownBefore && (row == null ? !isOpenToApi(pair) : !row.isTrading());
    }

    /**
     * The quote assets, by coin, of some pairs and of those of the last answer that are not trading: about to open, or
     * halted.
     *
     * @param known the only quote assets that count
     */
    Map<Asset, Set<Asset>> quotes(Collection<Asset> known, Stream<Pair> more) {
        Stream<Pair> closed =
                rows.values().stream().filter(row -> !row.isTrading()).map(MarketRow::pair);
        return Stream.concat(closed, more)
                .filter(pair -> known.contains(pair.quote()))
                .collect(Collectors.groupingBy(Pair::base, Collectors.mapping(Pair::quote, Collectors.toSet())));
    }

    boolean isTrading(Pair pair) {
        return row(pair).filter(MarketRow::isTrading).isPresent();
    }
}
