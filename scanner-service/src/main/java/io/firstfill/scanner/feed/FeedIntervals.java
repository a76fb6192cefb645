package io.firstfill.scanner.feed;

import io.firstfill.contract.configuration.Polling;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides how often each feed is polled. A run may want the symbols that trade and the calendar polled more often or
 * more seldom than the deployment does, within bounds: not more often than the request budget has room for, and not so
 * seldom that one lost answer makes the feed count as silent.
 */
public final class FeedIntervals {
    private final FeedSettings feeds;

    public FeedIntervals(FeedSettings feeds) {
        this.feeds = feeds;
    }

    /** What an interval depends on beside the settings. */
    public interface Conditions {
        /** How often the runs that are active want their feeds polled. */
        Collection<Polling> wanted();

        boolean isNearOpening();

        boolean isFailing(FeedName feed);
    }

    /** Returns the time from the start of one poll to the start of the next. */
    public Duration of(FeedName feed, Conditions conditions) {
        Duration regular = feeds.pollingOf(feed).interval();
        return switch (feed) {
            case CALENDAR -> calendar(conditions);
            case SYMBOLS_V2 -> conditions.isNearOpening() ? feeds.symbolsV2NearInterval() : regular;
            case TICKER_PRICE ->
                conditions.isFailing(FeedName.DEFAULT_SYMBOLS) ? feeds.tickerPriceAloneInterval() : regular;
            case EXCHANGE_INFO -> conditions.isNearOpening() ? feeds.exchangeInfoNearInterval() : regular;
            case DEFAULT_SYMBOLS ->
                wanted(conditions, Polling::tickerInterval)
                        .map(wanted -> bounded(wanted, feeds.defaultSymbolsLeastInterval(), feed))
                        .orElse(regular);
        };
    }

    /** Near an opening, when postponements show, no run makes the calendar's polls rarer. */
    private Duration calendar(Conditions conditions) {
        Duration regular = feeds.calendar().interval();
        Duration chosen = wanted(conditions, Polling::calendarInterval)
                .map(wanted -> bounded(wanted, feeds.calendarLeastInterval(), FeedName.CALENDAR))
                .orElse(regular);
        return conditions.isNearOpening() ? shorter(chosen, feeds.calendarNearInterval()) : chosen;
    }

    /** Returns the shortest interval that a run wants; empty where all leave it to the deployment. */
    private static Optional<Duration> wanted(Conditions conditions, Function<Polling, @Nullable Duration> interval) {
        return conditions.wanted().stream()
                .flatMap(polling -> Optional.ofNullable(interval.apply(polling)).stream())
                .min(Comparator.naturalOrder());
    }

    private Duration bounded(Duration wanted, Duration least, FeedName feed) {
        Duration most = feeds.pollingOf(feed).silentAfter().dividedBy(2);
        return shorter(wanted.compareTo(least) < 0 ? least : wanted, most);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
