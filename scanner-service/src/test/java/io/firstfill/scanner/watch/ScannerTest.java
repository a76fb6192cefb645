package io.firstfill.scanner.watch;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.Look;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one source sees makes others be asked before their turn. Prices come every 50 ms here, all else once an hour. */
class ScannerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String HOUR = "1H";

    private final Vertx vertx = Vertx.vertx();
    private final InstantSource clock = Clock.systemUTC();
    private final Script script = new PlainScript();
    private final List<Message> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger listsAsked = new AtomicInteger();
    private volatile Set<String> trading = Set.of("BTCUSDT");
    private final Scanner scanner = new Scanner(
            vertx,
            Shipped.settings(
                    ScannerSettings.class,
                    Map.of(
                            "firstfill.scanner.ticker-price.interval",
                            "0.05S",
                            "firstfill.scanner.default-symbols.interval",
                            HOUR,
                            "firstfill.scanner.exchange-info.interval",
                            HOUR,
                            "firstfill.scanner.rehearsal-rounds",
                            "1")),
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

    @BeforeEach
    void watching() {
        scanner.opened();
        SymbolFilter all = new SymbolFilter(Set.of(), List.of(), List.of());
        Configuration qualified = Scene.configuration(all, new SafetySwitches(true, true, true));
        scanner.received(Scene.started(qualified, clock.instant()));
        await().atMost(PATIENCE).until(() -> listsAsked.get() == 1);
    }

    @AfterEach
    void closed() {
        scanner.stop(new ShutdownEvent());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** exchangeInfo is cached by the exchange: it does not know the pair yet. */
    @Test
    void whatPricesShowFirstIsLookedUpAmongTheSymbolsOpenToApiAtOnce() {
        trading = Set.of("BTCUSDT", "NEWTUSDT");

        await("the signal, long before the list's turn")
                .atMost(PATIENCE)
                .until(() -> told.stream().anyMatch(ListingSignal.class::isInstance));
    }

    private final class Exchange implements Sources {
        @Override
        public List<Feed> of(EnvironmentId environment) {
            return List.of(
                    feed(FeedName.EXCHANGE_INFO, () -> script.market(Set.of("BTC"), clock.instant())),
                    feed(FeedName.TICKER_PRICE, () -> script.prices(trading, clock.instant())),
                    feed(FeedName.DEFAULT_SYMBOLS, () -> {
                        listsAsked.incrementAndGet();
                        return script.defaultSymbols(trading, clock.instant());
                    }));
        }

        @Override
        public void pause(EnvironmentId environment, Instant until) {}

        @Override
        public Script script() {
            return script;
        }
    }

    private static Feed feed(FeedName name, Supplier<Look> answer) {
        return new Feed() {
            @Override
            public FeedName name() {
                return name;
            }

            @Override
            public Uni<Look> look() {
                return Uni.createFrom().item(answer);
            }
        };
    }
}
