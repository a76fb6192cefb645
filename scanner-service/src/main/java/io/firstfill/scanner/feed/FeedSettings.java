package io.firstfill.scanner.feed;

import io.firstfill.contract.value.ListingSource;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** Settings of how often each source is polled; the values and their reasons are in application.properties. */
@ConfigMapping(prefix = "firstfill.scanner")
public interface FeedSettings {
    /** The web calendar. */
    Polling calendar();

    /** The shortest interval of the calendar that a run may choose. */
    Duration calendarLeastInterval();

    /** The interval of the calendar while an opening is near. */
    Duration calendarNearInterval();

    /** The website's list of pairs: hints of openings to come. */
    Polling symbolsV2();

    /** The interval of the website's list while an opening is near. */
    Duration symbolsV2NearInterval();

    /** The time before an opening from which the opening counts as near. */
    Duration nearOpening();

    /** The list of all pairs with their rules. Polled at once, too, about whatever another source shows first. */
    Polling exchangeInfo();

    /** The interval of the list of all pairs while an opening is near. */
    Duration exchangeInfoNearInterval();

    /** The prices of all pairs. */
    Polling tickerPrice();

    /** The interval of the prices while defaultSymbols fails, whose part of the request budget is free then. */
    Duration tickerPriceAloneInterval();

    /** The symbols open to API trading. */
    Polling defaultSymbols();

    /** The shortest interval of the symbols open to API trading that a run may choose. */
    Duration defaultSymbolsLeastInterval();

    /** When a source is polled, and when its silence raises an alert. */
    interface Polling {
        /** From the start of one poll to the start of the next. */
        Duration interval();

        /** Without an answer for this long the source is silent; a shorter pause leaves no gap in the observation. */
        Duration silentAfter();
    }

    default Polling pollingOf(FeedName feed) {
        return switch (feed) {
            case CALENDAR -> calendar();
            case EXCHANGE_INFO -> exchangeInfo();
            case TICKER_PRICE -> tickerPrice();
            case DEFAULT_SYMBOLS -> defaultSymbols();
            case SYMBOLS_V2 -> symbolsV2();
        };
    }

    /** Returns how long each source that shows trading pairs may pause and still count as observed without a gap. */
    default Map<ListingSource, Duration> longestPauses() {
        return Map.of(
                ListingSource.DEFAULT_SYMBOLS, defaultSymbols().silentAfter(),
                ListingSource.TICKER_PRICE, tickerPrice().silentAfter(),
                ListingSource.EXCHANGE_INFO, exchangeInfo().silentAfter());
    }
}
