package io.firstfill.scanner.feed;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.listing.ListingRules;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the scanner watches; the values and their reasons are in application.properties. */
@ConfigMapping(prefix = "firstfill.scanner")
public interface ScannerSettings {
    /** Quote assets a coin of the calendar is expected to open with: the calendar names none. */
    List<String> calendarQuotes();

    /** Quote assets by which a symbol that exchangeInfo has not shown yet is split. */
    List<String> quotes();

    /** The web calendar. */
    Rhythm calendar();

    /** How often the calendar is read while an opening is near. */
    Duration calendarNearInterval();

    /** How far ahead an opening is near. */
    Duration nearOpening();

    /** The list of all pairs with their rules. */
    Rhythm exchangeInfo();

    /** The prices of all pairs. */
    Rhythm tickerPrice();

    /** The symbols open to API trading. */
    Rhythm defaultSymbols();

    /** How early trading may be seen and still be the scheduled opening. */
    Duration openingTolerance();

    /** A first statement of an opening further back is history. */
    Duration pastTolerance();

    /** Consecutive good answers without a listing after which its source has dropped it. */
    int withdrawAfter();

    /** More unknown symbols than this in one answer are a broken source. */
    int surpriseLimit();

    /** How long before the opening an open question about qualification becomes a no. */
    Duration qualificationCutoff();

    /** The shortest time between two records of the baseline. */
    Duration baselineInterval();

    /** This process's share of what one address may ask. */
    Budget budget();

    /** When a source is asked, and when its silence is told. */
    interface Rhythm {
        /** From one question to the next. */
        Duration interval();

        /** Without an answer for this long the source is silent; shorter pauses do not make the scanner blind. */
        Duration silentAfter();
    }

    /** Limits of this process. */
    interface Budget {
        /** IP weight in any 10 seconds. */
        int weight();

        /** Requests to the trading host in any second. */
        int requests();

        /** Requests to the website in any second. */
        int web();
    }

    default ListingRules listingRules() {
        return new ListingRules(
                assets(calendarQuotes()).stream().collect(Collectors.toUnmodifiableSet()),
                assets(quotes()),
                openingTolerance(),
                pastTolerance(),
                withdrawAfter(),
                surpriseLimit(),
                Map.of(
                        ListingSource.DEFAULT_SYMBOLS, defaultSymbols().silentAfter(),
                        ListingSource.TICKER_PRICE, tickerPrice().silentAfter(),
                        ListingSource.EXCHANGE_INFO, exchangeInfo().silentAfter()));
    }

    default Rhythm rhythmOf(FeedName feed) {
        return switch (feed) {
            case CALENDAR -> calendar();
            case EXCHANGE_INFO -> exchangeInfo();
            case TICKER_PRICE -> tickerPrice();
            case DEFAULT_SYMBOLS -> defaultSymbols();
        };
    }

    private static List<Asset> assets(List<String> codes) {
        return codes.stream().map(Asset::of).toList();
    }
}
