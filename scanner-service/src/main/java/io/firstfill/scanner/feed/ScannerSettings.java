package io.firstfill.scanner.feed;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.listing.ListingRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** The website's list of pairs: hints of what comes. */
    Rhythm symbolsV2();

    /** How often the website's list is read while an opening is near. */
    Duration symbolsV2NearInterval();

    /** What the website's flags show for a pair whose row is complete: one author's reading, unconfirmed. */
    WebReady webReady();

    /** How far ahead an opening is near. */
    Duration nearOpening();

    /** The list of all pairs with their rules. Asked at once, too, about whatever another source sees first. */
    Rhythm exchangeInfo();

    /** How often the list of all pairs is read while an opening is near. */
    Duration exchangeInfoNearInterval();

    /** The prices of all pairs. */
    Rhythm tickerPrice();

    /** How often the prices are read while the list of symbols fails: its part of the budget is free then. */
    Duration tickerPriceAloneInterval();

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

    /** How long nothing else is said or asked about a surprise once its signal is out: the order for it goes first. */
    @WithDefault("PT0.05S")
    Duration pauseAfterSurprise();

    /** How many rounds of detection are played at start, without effect, so that the first real one is not slow. */
    int rehearsalRounds();

    /** When a source is asked, and when its silence is told. */
    interface Rhythm {
        /** From one question to the next. */
        Duration interval();

        /** Without an answer for this long the source is silent; shorter pauses do not make the scanner blind. */
        Duration silentAfter();
    }

    /** Flags of a complete row of the website's list. */
    interface WebReady {
        /** {@code sts}. */
        int status();

        /** {@code st}. */
        int spotState();

        /** {@code tt}. */
        int tradingType();
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
            case SYMBOLS_V2 -> symbolsV2();
        };
    }

    private static List<Asset> assets(List<String> codes) {
        return codes.stream().map(Asset::of).toList();
    }
}
