package io.firstfill.scanner.observation;

import io.firstfill.contract.value.ListingSource;
import java.util.List;
import java.util.Set;

/** One whole, good answer of one source. An answer that is not good never becomes an observation. */
public sealed interface FeedObservation {
    ListingSource source();

    /** The rows that were left out of the answer. */
    Unread unread();

    /** The rows of the web calendar. Never empty: an empty calendar counts as no answer. */
    record CalendarSeen(List<CalendarRow> rows, Unread unread) implements FeedObservation {
        public CalendarSeen {
            rows = List.copyOf(rows);
        }

        /** An answer that was read completely. */
        public CalendarSeen(List<CalendarRow> rows) {
            this(rows, Unread.NOTHING);
        }

        @Override
        public ListingSource source() {
            return ListingSource.CALENDAR;
        }
    }

    /** All pairs of exchangeInfo. */
    record MarketSeen(List<MarketRow> rows, Unread unread) implements FeedObservation {
        public MarketSeen {
            rows = List.copyOf(rows);
        }

        /** An answer that was read completely. */
        public MarketSeen(List<MarketRow> rows) {
            this(rows, Unread.NOTHING);
        }

        @Override
        public ListingSource source() {
            return ListingSource.EXCHANGE_INFO;
        }
    }

    /** The website's list of pairs: hints, which prove nothing and start nothing. */
    record HintsSeen(List<Hint> hints, Unread unread) implements FeedObservation {
        public HintsSeen {
            hints = List.copyOf(hints);
        }

        /** An answer that was read completely. */
        public HintsSeen(List<Hint> hints) {
            this(hints, Unread.NOTHING);
        }

        @Override
        public ListingSource source() {
            return ListingSource.SYMBOLS_V2;
        }
    }

    /**
     * All symbols a source shows as trading, by the exchange's names.
     *
     * @param prices of the same answer, where the source states any
     */
    record SymbolsShown(ListingSource source, Set<String> symbols, Unread unread, LastPrices prices)
            implements FeedObservation {
        public SymbolsShown {
            symbols = Set.copyOf(symbols);
        }

        /** An answer that was read completely. */
        public SymbolsShown(ListingSource source, Set<String> symbols) {
            this(source, symbols, Unread.NOTHING);
        }

        /** An answer that states no prices. */
        public SymbolsShown(ListingSource source, Set<String> symbols, Unread unread) {
            this(source, symbols, unread, LastPrices.NONE);
        }
    }
}
