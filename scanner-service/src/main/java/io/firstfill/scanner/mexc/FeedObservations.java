package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.scanner.listing.CalendarRow;
import io.firstfill.scanner.listing.FeedObservation;
import io.firstfill.scanner.listing.MarketRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns answers into observations. An unreadable row hides no other; an answer without rows is no observation. */
final class FeedObservations {
    private FeedObservations() {}

    /** Empty when most rows are unreadable: the shape has changed, and the rest cannot be taken for the whole. */
    static Optional<FeedObservation> calendar(Calendar calendar) {
        List<CalendarRow> rows = calendar.entries().stream()
                .map(FeedObservations::row)
                .flatMap(Optional::stream)
                .toList();
        return rows.isEmpty() || calendar.skipped() > rows.size()
                ? Optional.empty()
                : Optional.of(new FeedObservation.CalendarSeen(rows));
    }

    /** Empty under the same conditions as {@link #calendar}. */
    static Optional<FeedObservation> market(ExchangeInfo info) {
        List<MarketRow> rows = info.symbols().stream()
                .map(MarketRows::of)
                .flatMap(Optional::stream)
                .toList();
        return rows.isEmpty() || info.skipped() > rows.size()
                ? Optional.empty()
                : Optional.of(new FeedObservation.MarketSeen(rows));
    }

    static Optional<FeedObservation> apiSymbols(ApiSymbols answer) {
        return shown(
                ListingSource.DEFAULT_SYMBOLS,
                answer.symbols().stream().map(MexcSymbol::value).collect(Collectors.toUnmodifiableSet()));
    }

    /** Leaves out a pair without a price: the pair has not traded, so its row proves nothing. */
    static Optional<FeedObservation> prices(List<TickerPrice> answer) {
        return shown(
                ListingSource.TICKER_PRICE,
                answer.stream()
                        .filter(ticker -> ticker.price() != null)
                        .map(ticker -> ticker.symbol().value())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<FeedObservation> shown(ListingSource source, Set<String> symbols) {
        return symbols.isEmpty() ? Optional.empty() : Optional.of(new FeedObservation.SymbolsShown(source, symbols));
    }

    private static Optional<CalendarRow> row(CalendarEntry entry) {
        try {
            return Optional.of(new CalendarRow(Asset.of(entry.vcoinName()), entry.firstOpenTime()));
        } catch (IllegalArgumentException unreadableName) {
            return Optional.empty();
        }
    }
}
