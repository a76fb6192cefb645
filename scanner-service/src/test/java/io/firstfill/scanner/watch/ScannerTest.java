package io.firstfill.scanner.watch;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.service.environment.EnvironmentSettings;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one source sees makes others be asked before their turn, which is in an hour unless a test says otherwise. */
class ScannerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final InstantSource clock = Clock.systemUTC();
    private final WarmUpResponses script = new PlainWarmUpResponses();
    private final List<Message> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger listsAsked = new AtomicInteger();
    private final AtomicInteger pricesAsked = new AtomicInteger();
    private final CompletableFuture<Void> prices = new CompletableFuture<>();
    private volatile Set<String> trading = Set.of("BTCUSDT");
    private @Nullable Scanner scanner;

    private void watching(Duration priceInterval, Duration listInterval) {
        Scanner watching = new Scanner(
                vertx,
                Shipped.settings(
                        ScannerSettings.class,
                        Map.of(
                                "firstfill.scanner.ticker-price.interval", priceInterval.toString(),
                                "firstfill.scanner.default-symbols.interval", listInterval.toString(),
                                "firstfill.scanner.exchange-info.interval", HOUR.toString(),
                                "firstfill.scanner.rehearsal-rounds", "1")),
                new Environments(Shipped.settings(
                        EnvironmentSettings.class,
                        Map.of(
                                "firstfill.environments.paper.rest-uri", "http://127.0.0.1:1",
                                "firstfill.environments.paper.web-uri", "http://127.0.0.1:1"))),
                new Exchange(),
                message -> {
                    told.add(message);
                    return Uni.createFrom().voidItem();
                },
                clock,
                MessageCodec.standard(),
                new SimpleMeterRegistry());
        scanner = watching;
        watching.opened();
        SymbolFilter all = new SymbolFilter(Set.of(), List.of(), List.of());
        Configuration qualified = Scene.configuration(all, new SafetySwitches(true, true, true));
        watching.received(Scene.started(qualified, clock.instant()));
        await().atMost(PATIENCE).until(() -> listsAsked.get() == 1);
    }

    @AfterEach
    void closed() {
        if (scanner != null) {
            scanner.stop(new ShutdownEvent());
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** exchangeInfo is cached by the exchange: it does not know the pair yet. */
    @Test
    void whatPricesShowFirstIsLookedUpAmongTheSymbolsOpenToApiAtOnce() {
        watching(Duration.ofMillis(50), HOUR);

        trading = Set.of("BTCUSDT", "NEWTUSDT");

        await("the signal, long before the list's turn")
                .atMost(PATIENCE)
                .until(() -> told.stream().anyMatch(ListingSignal.class::isInstance));
    }

    /** Else a pair is often seen in prices first, and the question for its verdict stands behind theirs in the budget. */
    @Test
    void pricesAreAskedRightAfterTheSymbolsOpenToApiWhenTheirTurnIsNear() {
        watching(HOUR, HOUR.multipliedBy(2));

        await("prices, an hour before their turn").atMost(PATIENCE).until(() -> pricesAsked.get() == 2);
    }

    private final class Exchange implements Sources {
        @Override
        public List<Feed> of(EnvironmentId environment) {
            return List.of(
                    feed(
                            FeedName.EXCHANGE_INFO,
                            Uni.createFrom().item(() -> script.market(Set.of("BTC"), clock.instant()))),
                    feed(FeedName.TICKER_PRICE, Uni.createFrom().item(() -> {
                        pricesAsked.incrementAndGet();
                        prices.complete(null);
                        return script.prices(trading, clock.instant());
                    })),
                    feed(FeedName.DEFAULT_SYMBOLS, afterPrices().map(known -> {
                        listsAsked.incrementAndGet();
                        return script.defaultSymbols(trading, clock.instant());
                    })));
        }

        /** Else the first question for prices could be the one that is pulled forward. */
        private Uni<Void> afterPrices() {
            return Uni.createFrom().completionStage(prices).onItem().delayIt().by(Duration.ofMillis(50));
        }

        @Override
        public void pause(EnvironmentId environment, Instant until) {}

        @Override
        public WarmUpResponses script() {
            return script;
        }
    }

    private static Feed feed(FeedName name, Uni<PollResult> answer) {
        return new Feed() {
            @Override
            public FeedName name() {
                return name;
            }

            @Override
            public Uni<PollResult> look() {
                return answer;
            }
        };
    }
}
