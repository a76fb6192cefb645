package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.SymbolInfo;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.scanner.observation.CalendarRow;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.LastPrices;
import io.firstfill.scanner.observation.MarketRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns answers into observations. An unreadable row hides no other and is counted; an answer without rows is no
 * observation.
 */
final class FeedObservations {
    /** An opening further ahead than this is none that an exchange announces. */
    private static final Duration FURTHEST = Duration.ofDays(400);

    private FeedObservations() {}

    static Optional<FeedObservation> calendar(Calendar calendar, Instant now) {
        LeftOut leftOut = new LeftOut(calendar.skipped());
        List<CalendarRow> rows = new ArrayList<>();
        for (CalendarEntry entry : calendar.entries()) {
            row(entry, now, leftOut).ifPresent(rows::add);
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedObservation.CalendarSeen(rows, leftOut.unread()));
    }

    static Optional<FeedObservation> market(ExchangeInfo info, Instant now) {
        LeftOut leftOut = new LeftOut(info.skipped());
        List<MarketRow> rows = new ArrayList<>();
        for (SymbolInfo symbol : info.symbols()) {
            MarketRows.of(symbol, leftOut)
                    .map(row -> withinReach(row, now, leftOut))
                    .ifPresent(rows::add);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new FeedObservation.MarketSeen(rows, leftOut.unread()));
    }

    static Optional<FeedObservation> apiSymbols(ApiSymbols answer, Instant now) {
        return shown(ListingSource.DEFAULT_SYMBOLS, answer.names(), answer.skipped(), LastPrices.NONE);
    }

    /** Leaves out a pair without a price: the pair has not traded, so its row proves nothing. */
    static Optional<FeedObservation> prices(Rows<TickerPrice> answer, Instant now) {
        return shown(
                ListingSource.TICKER_PRICE,
                answer.read().stream()
                        .filter(ticker -> ticker.price() != null)
                        .map(ticker -> ticker.symbol().value())
                        .collect(Collectors.toUnmodifiableSet()),
                answer.skipped(),
                symbols -> Prices.of(answer.read(), symbols));
    }

    private static Optional<FeedObservation> shown(
            ListingSource source, Set<String> symbols, SkippedRows skipped, LastPrices prices) {
        return symbols.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedObservation.SymbolsShown(source, symbols, new LeftOut(skipped).unread(), prices));
    }

    /** A coin without an opening is only not announced yet; one with an opening out of reach is odd. */
    private static Optional<CalendarRow> row(CalendarEntry entry, Instant now, LeftOut leftOut) {
        Instant opening = entry.firstOpenTime();
        if (opening == null) {
            return Optional.empty();
        }
        if (isOutOfReach(opening, now)) {
            leftOut.add("an opening more than a year ahead", entry.vcoinName());
            return Optional.empty();
        }
        try {
            return Optional.of(new CalendarRow(Asset.of(entry.vcoinName()), opening));
        } catch (IllegalArgumentException unreadableName) {
            leftOut.add("no name of an asset", entry.vcoinName());
            return Optional.empty();
        }
    }

    /** The row of a pair whose opening is out of reach says all but its opening. */
    private static MarketRow withinReach(MarketRow row, Instant now, LeftOut leftOut) {
        if (!isOutOfReach(row.firstOpenTime(), now)) {
            return row;
        }
        leftOut.add("an opening more than a year ahead", row.symbol());
        return row.withoutOpening();
    }

    static boolean isOutOfReach(@Nullable Instant opening, Instant now) {
        return opening != null && opening.isAfter(now.plus(FURTHEST));
    }
}
