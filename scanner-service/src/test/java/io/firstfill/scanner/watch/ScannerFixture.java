package io.firstfill.scanner.watch;

import static io.firstfill.scanner.fixture.Observations.NOON;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.FeedSettings;
import io.firstfill.scanner.filter.FilterSettings;
import io.firstfill.scanner.fixture.FakeExchange;
import io.firstfill.scanner.fixture.ManualTimers;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.ProductionSettings;
import io.firstfill.scanner.fixture.PublishedEvents;
import io.firstfill.scanner.listing.ListingSettings;
import io.firstfill.service.environment.EnvironmentSettings;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The scanner under test with its production settings: time that the test moves, an exchange that shows what the test
 * says, and the list of published events.
 */
final class ScannerFixture {
    final ManualTimers time = new ManualTimers(NOON);
    final FakeExchange exchange = new FakeExchange(time);
    final PublishedEvents published = new PublishedEvents();
    final Scanner scanner;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private ScannerFixture(Map<String, String> settings) {
        this(settings, Set.of("paper"));
    }

    /** A scanner of these environments, before its first assignment. */
    ScannerFixture(Map<String, String> settings, Set<String> environments) {
        scanner = new Scanner(
                time,
                settings(settings),
                new Environments(ProductionSettings.of(EnvironmentSettings.class, addresses(environments))),
                exchange,
                published,
                time,
                MessageCodec.standard(),
                meters);
    }

    private static Map<String, String> addresses(Set<String> environments) {
        Map<String, String> addresses = new HashMap<>();
        for (String environment : environments) {
            addresses.put("firstfill.environments." + environment + ".rest-uri", "http://127.0.0.1:1");
            addresses.put("firstfill.environments." + environment + ".web-uri", "http://127.0.0.1:1");
        }
        return addresses;
    }

    /** A scanner whose sources have all answered once, with a run of this configuration. */
    static ScannerFixture running(Map<String, String> settings, Configuration configuration) {
        ScannerFixture fixture = new ScannerFixture(settings);
        fixture.scanner.opened();
        fixture.scanner.received(Messages.started(configuration, fixture.time.instant()));
        fixture.time.advance(FakeExchange.ROUND_TRIP);
        return fixture;
    }

    /** As {@link #running(Map, Configuration)}, with production settings and a run that buys everything. */
    static ScannerFixture running() {
        return running(Map.of(), Messages.configuration());
    }

    static ScannerSettings settings(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(changed);
        settings.putIfAbsent("firstfill.scanner.warm-up-rounds", "1");
        return new ScannerSettings(
                ProductionSettings.of(FeedSettings.class, settings),
                ProductionSettings.of(ListingSettings.class, settings),
                ProductionSettings.of(FilterSettings.class, settings),
                ProductionSettings.of(WatchSettings.class, settings));
    }

    void advance(Duration time) {
        this.time.advance(time);
    }

    /** The events about the pair of this coin with USDT. */
    List<ListingEvent> about(String base) {
        return published.all(ListingEvent.class).stream().filter(ofCoin(base)).toList();
    }

    static Predicate<ListingEvent> ofCoin(String base) {
        return event -> event.pair().equals(Pair.of(base + "/USDT"));
    }

    /** The number of poll results of this kind. */
    double results(FeedName feed, String outcome) {
        return meters
                .find("firstfill.scanner.feed.looks")
                .tags("feed", feed.label(), "outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** All detection lags of the feed together. */
    Duration lag(FeedName feed, String event) {
        return meters
                .find("firstfill.scanner.feed.sight.lag")
                .tags("feed", feed.label(), "event", event)
                .timers()
                .stream()
                .map(timer -> Duration.ofNanos((long) timer.totalTime(TimeUnit.NANOSECONDS)))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
