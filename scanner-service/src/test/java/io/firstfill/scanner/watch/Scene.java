package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.EXCHANGE_INFO;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import io.firstfill.scanner.listing.CalendarRow;
import io.firstfill.scanner.listing.ListingRules;
import io.firstfill.scanner.listing.MarketRow;
import io.firstfill.scanner.listing.MarketRow.Phase;
import io.firstfill.scanner.listing.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One environment under watch, with BTC/USDT trading for long and a clock that tests turn. */
public final class Scene {
    public static final EnvironmentId PAPER = EnvironmentId.of("paper");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant OPENING = NOON.plus(Duration.ofHours(1));
    public static final RunId RUN = RunId.derivedFrom("test");
    public static final Duration MAX_AGE = Duration.ofSeconds(2);
    static final String NEWT = "NEWTUSDT";

    private final Watch watch = new Watch(PAPER, RULES, Duration.ofSeconds(45));
    private final List<ListingEvent> told = new ArrayList<>();
    private Instant now = NOON;

    static final ListingRules RULES = new ListingRules(
            Set.of(Asset.of("USDT")),
            List.of(Asset.of("USDT"), Asset.of("USDC"), Asset.of("BTC")),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            3,
            10,
            Map.of(
                    DEFAULT_SYMBOLS, Duration.ofSeconds(5),
                    TICKER_PRICE, Duration.ofSeconds(15),
                    EXCHANGE_INFO, Duration.ofSeconds(90)));

    /** First start ever; every source has answered once. */
    static Scene watching() {
        Scene scene = new Scene();
        scene.quiet();
        scene.told.clear();
        return scene;
    }

    /** As {@link #watching()}, with a run that wants everything. */
    static Scene running() {
        return watching().run(configuration());
    }

    /** A later life: what was told on the topics before it. */
    static Scene restarted(Instant at, List<? extends Message> past) {
        Scene scene = new Scene();
        scene.now = at;
        past.forEach(scene.watch::apply);
        return scene;
    }

    Scene run(Configuration configuration) {
        return read(started(configuration, now));
    }

    Scene read(Message message) {
        watch.apply(message);
        told.addAll(watch.pass(now));
        return this;
    }

    Scene at(Instant time) {
        now = time;
        told.addAll(watch.pass(now));
        return this;
    }

    Scene after(Duration time) {
        return at(now.plus(time));
    }

    Scene see(FeedObservation sighting) {
        told.addAll(watch.see(sighting, now, () -> now).events());
        return this;
    }

    Scene offered(String symbol, Instant quotedAt) {
        told.addAll(watch.offered(symbol, quotedAt, now));
        return this;
    }

    Map<Pair, Instant> awaited() {
        return watch.awaited();
    }

    /** Every trading source answers that nothing has changed. */
    Scene quiet() {
        return see(market()).see(shown(TICKER_PRICE)).see(shown(DEFAULT_SYMBOLS));
    }

    Instant now() {
        return now;
    }

    Watch watch() {
        return watch;
    }

    List<ListingEvent> told() {
        return told;
    }

    List<String> types() {
        return told.stream().map(Message::type).toList();
    }

    <E extends ListingEvent> List<E> told(Class<E> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends ListingEvent> E only(Class<E> type) {
        List<E> all = told(type);
        if (all.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", told were " + types());
        }
        return all.getFirst();
    }

    static FeedObservation calendar(CalendarRow... rows) {
        return new FeedObservation.CalendarSeen(Stream.concat(
                        Stream.of(new CalendarRow(Asset.of("OLD"), NOON.minus(Duration.ofDays(3)))),
                        Arrays.stream(rows))
                .toList());
    }

    static CalendarRow coin(String base, Instant opening) {
        return new CalendarRow(Asset.of(base), opening);
    }

    static FeedObservation shown(ListingSource source, String... symbols) {
        return new FeedObservation.SymbolsShown(
                source,
                Stream.concat(Stream.of("BTCUSDT"), Arrays.stream(symbols)).collect(Collectors.toSet()));
    }

    static FeedObservation market(MarketRow... rows) {
        return new FeedObservation.MarketSeen(
                Stream.concat(Stream.of(row("BTC/USDT", Phase.ONLINE, null)), Arrays.stream(rows))
                        .toList());
    }

    static MarketRow row(String pair, Phase phase, @Nullable Instant opening) {
        Pair named = Pair.of(pair);
        boolean tradable = phase == Phase.ONLINE;
        return new MarketRow(
                named, named.symbol(), phase, tradable, opening, MarketRow.Sides.ALL, rules(tradable, "MARKET"));
    }

    public static TradingRules rules(boolean tradable, String... orderTypes) {
        return new TradingRules(2, 5, Amount.of("1"), Amount.of("100000"), List.of(orderTypes), tradable);
    }

    public static Configuration configuration() {
        return configuration(new SymbolFilter(Set.of(), List.of(), List.of()), new SafetySwitches(true, true, false));
    }

    public static Configuration configuration(SymbolFilter filter, SafetySwitches safety) {
        return new Configuration(
                "test",
                Amount.of("10"),
                filter,
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                MAX_AGE,
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                new Caps(10, Amount.of("100"), 2),
                safety);
    }

    public static RunStarted started(Configuration configuration, Instant at) {
        return new RunStarted(
                meta(at),
                PAPER,
                RUN,
                new ConfigurationRef(new ConfigurationId(UUID.fromString("00000000-0000-4000-8000-000000000001")), 1),
                configuration,
                new Actor("alice"));
    }

    static StopRun stop(Instant at) {
        return new StopRun(meta(at), PAPER, new Actor("alice"), RUN, "enough");
    }

    public static SymbolsSeen baseline(Instant seenAt, String... symbols) {
        return new SymbolsSeen(meta(seenAt), PAPER, List.of(symbols), seenAt);
    }

    public static Meta meta(Instant at) {
        return Meta.first(new MessageId(UUID.randomUUID()), at);
    }
}
