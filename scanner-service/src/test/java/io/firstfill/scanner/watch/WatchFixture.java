package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.EXCHANGE_INFO;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.PAPER;
import static io.firstfill.scanner.fixture.Observations.NOON;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.value.Asset;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.listing.ListingRules;
import io.firstfill.scanner.observation.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The decisions about one environment under test, with a clock that the test sets and the events decided so far. */
public final class WatchFixture {
    private static final ListingRules RULES = new ListingRules(
            Set.of(Asset.of("USDT")),
            List.of(Asset.of("USDT"), Asset.of("USDC"), Asset.of("BTC")),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            3,
            10,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Map.of(
                    DEFAULT_SYMBOLS, Duration.ofSeconds(5),
                    TICKER_PRICE, Duration.ofSeconds(15),
                    EXCHANGE_INFO, Duration.ofSeconds(90)));

    private final ListingBook book = new ListingBook(PAPER, RULES);
    private final Watch watch = new Watch(PAPER, book, Duration.ofSeconds(45));
    private final List<ListingEvent> published = new ArrayList<>();
    private Instant now = NOON;

    /** The first start ever, after one answer of every source. */
    public static WatchFixture watching() {
        WatchFixture fixture = new WatchFixture();
        fixture.observeNoChange();
        fixture.published.clear();
        return fixture;
    }

    /** As {@link #watching()}, with a run that buys everything. */
    public static WatchFixture running() {
        return watching().run(Messages.configuration());
    }

    /** A later process, which has replayed these messages. */
    public static WatchFixture restarted(Instant at, List<? extends Message> past) {
        WatchFixture fixture = new WatchFixture();
        fixture.now = at;
        past.forEach(fixture.watch::apply);
        fixture.watch.opened();
        return fixture;
    }

    public WatchFixture run(Configuration configuration) {
        return receive(Messages.started(configuration, now));
    }

    public WatchFixture receive(Message message) {
        watch.apply(message);
        published.addAll(watch.timePassed(now));
        return this;
    }

    public WatchFixture at(Instant time) {
        now = time;
        published.addAll(watch.timePassed(now));
        return this;
    }

    public WatchFixture after(Duration time) {
        return at(now.plus(time));
    }

    public WatchFixture observe(FeedObservation observation) {
        published.addAll(update(observation).events());
        return this;
    }

    /** As {@link #observe}, for a look at the whole update. */
    public ListingBook.Update update(FeedObservation observation) {
        return watch.observe(observation, now, () -> now);
    }

    WatchFixture offered(String symbol, Instant quotedAt) {
        published.addAll(watch.offered(symbol, quotedAt, now));
        return this;
    }

    /** Every source that shows trading pairs answers that nothing has changed. */
    WatchFixture observeNoChange() {
        return observe(Observations.market())
                .observe(Observations.shown(TICKER_PRICE))
                .observe(Observations.shown(DEFAULT_SYMBOLS));
    }

    public Instant now() {
        return now;
    }

    Watch watch() {
        return watch;
    }

    ListingBook book() {
        return book;
    }

    public List<ListingEvent> published() {
        return published;
    }

    public List<String> types() {
        return published.stream().map(Message::type).toList();
    }

    public <E extends ListingEvent> List<E> published(Class<E> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only event of this type. */
    public <E extends ListingEvent> E only(Class<E> type) {
        List<E> all = published(type);
        if (all.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", published were " + types());
        }
        return all.getFirst();
    }
}
