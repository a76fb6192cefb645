package io.firstfill.scanner.watch;

import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedMeters;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.feed.Poller;
import io.firstfill.scanner.timer.Timers;
import io.firstfill.scanner.watch.EnvironmentScanner.News;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pollers of one environment, which poll while the environment is assigned to this instance. */
final class EnvironmentPolling {
    /**
     * The time from one poll for names that wait to the next: a price may come later than the name. Half of the default
     * signalMaxAge, after which a name is bought no more.
     */
    private static final Duration CONFIRMED_AGAIN_AFTER = Duration.ofSeconds(1);

    private final EnvironmentScanner scanner;
    private final FeedMeters meters;
    private final Duration pauseAfterSurprise;
    private final Map<FeedName, Poller> pollers = new EnumMap<>(FeedName.class);

    EnvironmentPolling(
            List<Feed> feeds,
            EnvironmentScanner scanner,
            FeedMeters meters,
            Duration pauseAfterSurprise,
            Timers timers,
            InstantSource clock) {
        this.scanner = scanner;
        this.meters = meters;
        this.pauseAfterSurprise = pauseAfterSurprise;
        for (Feed feed : feeds) {
            FeedName name = feed.name();
            pollers.put(
                    name,
                    new Poller(
                            timers,
                            feed,
                            () -> feed.interval(scanner.interval(name)),
                            result -> pollCompleted(name, result),
                            clock));
        }
    }

    void start() {
        pollers.forEach((name, poller) -> {
            scanner.pollingStarted(name);
            meters.pollingStarted(name);
            poller.start();
        });
    }

    /** Sends no further request. The answer of one under way is dropped by the scanner, which is closed. */
    void stop() {
        pollers.forEach((name, poller) -> {
            poller.stop();
            meters.pollingStopped(name);
        });
    }

    /**
     * Polls other feeds about what one feed has shown. exchangeInfo is polled about everything new, because a run may
     * require the rules of a pair before its deadline; not in the same moment, because the whole list is the most work
     * there is for the exchange and for us, and an order is on its way. What the prices show first is looked up at once
     * in the symbols open to API trading, whose answer is the first verdict to be had on it (decision 8). That poll
     * would wait for the request budget, though, so the prices are polled right after those symbols and show little
     * first. While names of another feed wait for a second source, the prices are polled at once.
     */
    private void pollCompleted(FeedName name, PollResult result) {
        News news = scanner.pollCompleted(name, result);
        meters.pollCompleted(name, result);
        Poller prices = pollers.get(FeedName.TICKER_PRICE);
        if (news.unconfirmed() && name != FeedName.TICKER_PRICE && prices != null) {
            prices.pollAtOnce(CONFIRMED_AGAIN_AFTER);
        } else if (!news.fresh() && name == FeedName.DEFAULT_SYMBOLS && isGood(result) && prices != null) {
            prices.pollIfDueWithin(scanner.interval(name));
        }
        if (news.fresh() && name == FeedName.TICKER_PRICE) {
            expedite(pollers.get(FeedName.DEFAULT_SYMBOLS), Duration.ZERO);
        }
        if (news.fresh() && name != FeedName.EXCHANGE_INFO) {
            expedite(pollers.get(FeedName.EXCHANGE_INFO), pauseAfterSurprise);
        }
    }

    private static boolean isGood(PollResult result) {
        return result instanceof PollResult.Good;
    }

    private static void expedite(@Nullable Poller poller, Duration delay) {
        if (poller != null) {
            poller.expedite(delay);
        }
    }
}
