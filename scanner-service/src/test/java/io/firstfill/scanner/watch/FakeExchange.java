package io.firstfill.scanner.watch;

import static java.util.Objects.requireNonNullElse;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.Grant;
import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.fixture.FakeWarmUpResponses;
import io.firstfill.scanner.fixture.ManualTimers;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.observation.CalendarRow;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Hint;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in virtual time: five feeds that answer 20 ms after a poll, each with what the test lets it show. Of the
 * trading host it is left alone as long as the scanner has paused it.
 */
final class FakeExchange implements Sources {
    static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private static final Set<FeedName> TRADING_HOST =
            Set.of(FeedName.EXCHANGE_INFO, FeedName.TICKER_PRICE, FeedName.DEFAULT_SYMBOLS);

    private final ManualTimers time;
    private final List<CalendarRow> calendar = new ArrayList<>();
    private final Map<Pair, MarketRow> market = new HashMap<>();
    private final List<Hint> hints = new ArrayList<>();
    private final Map<FeedName, Set<String>> trading = new EnumMap<>(FeedName.class);
    private final Map<FeedName, Function<Instant, PollResult>> faults = new EnumMap<>(FeedName.class);
    private final Map<FeedName, Integer> polls = new EnumMap<>(FeedName.class);
    private Instant pausedUntil = Instant.MIN;
    private @Nullable WeightBudget budget;

    FakeExchange(ManualTimers time) {
        this.time = time;
    }

    /** The calendar names the coin from now on. */
    void inCalendar(String base, Instant opening) {
        calendar.add(new CalendarRow(Asset.of(base), opening));
    }

    /** exchangeInfo shows the pair as paused, with its opening. */
    void inExchangeInfo(String base, Instant opening) {
        MarketRow row = Observations.row(base + "/USDT", Phase.PAUSED, opening);
        market.put(row.pair(), row);
    }

    /** The website has a complete row of the pair. */
    void onWebsite(String base, Instant opening) {
        hints.add(new Hint(Pair.of(base + "/USDT"), opening));
    }

    /** These feeds show the pair as trading. */
    void trades(String base, FeedName... feeds) {
        MarketRow row = Observations.row(base + "/USDT", Phase.ONLINE, null);
        for (FeedName feed : feeds) {
            if (feed == FeedName.EXCHANGE_INFO) {
                market.put(row.pair(), row);
            } else {
                trading.computeIfAbsent(feed, name -> new HashSet<>()).add(row.symbol());
            }
        }
    }

    /** Every source announces the pair; from the opening on every source shows it as trading. */
    void schedule(String base, Instant opening) {
        inCalendar(base, opening);
        inExchangeInfo(base, opening);
        onWebsite(base, opening);
        time.after(
                Duration.between(time.instant(), opening),
                () -> trades(base, FeedName.EXCHANGE_INFO, FeedName.TICKER_PRICE, FeedName.DEFAULT_SYMBOLS));
    }

    /** These feeds answer with HTML until {@link #heal}. */
    void breaks(FeedName... feeds) {
        Arrays.stream(feeds).forEach(feed -> faults.put(feed, at -> new PollResult.Unusable("html")));
    }

    /** The feed turns the scanner away until {@link #heal}, each time for this long. */
    void throttles(FeedName feed, Duration pause) {
        faults.put(feed, at -> new PollResult.Throttled(429, at.plus(pause)));
    }

    void heal() {
        faults.clear();
    }

    /** The feed shows these symbols beside those that trade, other ones at each answer. */
    void invents(FeedName feed, Supplier<String[]> symbols) {
        ListingSource source = ListingSource.valueOf(feed.name());
        faults.put(
                feed, at -> new PollResult.Good(Observations.shown(source, symbols.get()), time.instant(), ROUND_TRIP));
    }

    /** From now on the scanner has its part of the default request budget of an exit address, as in production. */
    void limit() {
        budget = new WeightBudget(EgressLimits.strictest().scanner(), time);
    }

    /** Counts how often the feed was polled, and had room in the request budget for it. */
    int polls(FeedName feed) {
        return polls.getOrDefault(feed, 0);
    }

    @Override
    public List<Feed> of(EnvironmentId environment) {
        return Arrays.stream(FeedName.values()).<Feed>map(FakeFeed::new).toList();
    }

    @Override
    public void pause(EnvironmentId environment, Instant until) {
        pausedUntil = until;
    }

    @Override
    public WarmUpResponses warmUpResponses() {
        return new FakeWarmUpResponses();
    }

    private PollResult answer(FeedName feed) {
        Function<Instant, PollResult> fault = faults.get(feed);
        return fault == null
                ? new PollResult.Good(observation(feed), time.instant(), ROUND_TRIP)
                : fault.apply(time.instant());
    }

    private FeedObservation observation(FeedName feed) {
        return switch (feed) {
            case CALENDAR -> Observations.calendar(calendar.toArray(CalendarRow[]::new));
            case EXCHANGE_INFO -> Observations.market(market.values().toArray(MarketRow[]::new));
            case TICKER_PRICE -> Observations.shown(ListingSource.TICKER_PRICE, symbols(feed));
            case DEFAULT_SYMBOLS -> Observations.shown(ListingSource.DEFAULT_SYMBOLS, symbols(feed));
            case SYMBOLS_V2 -> new FeedObservation.HintsSeen(hints);
        };
    }

    private String[] symbols(FeedName feed) {
        return requireNonNullElse(trading.get(feed), Set.<String>of()).toArray(String[]::new);
    }

    private final class FakeFeed implements Feed {
        private final FeedName name;

        FakeFeed(FeedName name) {
            this.name = name;
        }

        @Override
        public FeedName name() {
            return name;
        }

        @Override
        public Uni<PollResult> poll() {
            return poll(MexcEndpoint.valueOf(name.name()));
        }

        @Override
        public Uni<PollResult> pollAtOnce() {
            return poll(MexcEndpoint.TICKER_PRICE_AT_ONCE);
        }

        private Uni<PollResult> poll(MexcEndpoint endpoint) {
            if (budget != null && budget.tryTake(endpoint) instanceof Grant.Denied denied) {
                return Uni.createFrom().item(new PollResult.Held(denied.rule(), denied.retryAt()));
            }
            if (TRADING_HOST.contains(name) && time.instant().isBefore(pausedUntil)) {
                return Uni.createFrom().item(new PollResult.Held("THROTTLED", pausedUntil));
            }
            polls.merge(name, 1, Integer::sum);
            return Uni.createFrom().emitter(emitter -> time.after(ROUND_TRIP, () -> emitter.complete(answer(name))));
        }
    }
}
