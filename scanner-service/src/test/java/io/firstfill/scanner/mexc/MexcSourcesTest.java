package io.firstfill.scanner.mexc;

import static io.firstfill.scanner.feed.FeedName.CALENDAR;
import static io.firstfill.scanner.feed.FeedName.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.feed.FeedName.EXCHANGE_INFO;
import static io.firstfill.scanner.feed.FeedName.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.fixture.ManualTimers;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.ProductionSettings;
import io.firstfill.scanner.fixture.SimulatorControl;
import io.firstfill.service.egress.EgressSettings;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EnvironmentSettings;
import io.firstfill.service.environment.Environments;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host that has turned the address away is not polled before the stated end, whichever feed or process it refused
 * (FR-003). Real HTTP to the simulated exchange, on a clock that the test moves.
 */
class MexcSourcesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String SYMBOLS = "/api/v3/defaultSymbols";
    private static final Vertx VERTX = Vertx.vertx();
    private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.ephemeral());
    private static final SimulatorControl EXCHANGE =
            new SimulatorControl("http://127.0.0.1:" + SIMULATOR.controlPort());

    private static final String ADDRESS = "http://127.0.0.1:" + SIMULATOR.mexcPort();

    private final ManualTimers time = new ManualTimers(NOON);
    private final MexcSources sources = new MexcSources(
            VERTX,
            new Environments(ProductionSettings.of(
                    EnvironmentSettings.class,
                    Map.of(
                            "firstfill.environments.paper.rest-uri", ADDRESS,
                            "firstfill.environments.paper.web-uri", ADDRESS,
                            "firstfill.environments.neighbour.rest-uri", ADDRESS,
                            "firstfill.environments.neighbour.web-uri", ADDRESS,
                            "firstfill.environments.apart.rest-uri", ADDRESS,
                            "firstfill.environments.apart.web-uri", ADDRESS,
                            "firstfill.environments.apart.egress-address", "127.0.0.1"))),
            ProductionSettings.of(WebFlagSettings.class, Map.of()),
            ProductionSettings.of(EgressSettings.class, Map.of()),
            ExchangeTrust.OF_THE_JDK,
            time);
    private final List<Feed> feeds = sources.of(Messages.PAPER);

    @BeforeAll
    static void aListingIsAnnounced() {
        EXCHANGE.schedule("NEWT", Instant.now().plus(Duration.ofDays(1)));
    }

    @AfterEach
    void close() {
        EXCHANGE.heal();
        sources.close();
    }

    @AfterAll
    static void closeAll() {
        EXCHANGE.close();
        SIMULATOR.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsAnObservationOfItsSource(FeedName feed) {
        PollResult result = poll(feed);

        assertThat(result).isInstanceOfSatisfying(PollResult.Good.class, good -> {
            assertThat(good.observation().source()).isEqualTo(ListingSource.valueOf(feed.name()));
            assertThat(good.answeredAt()).isEqualTo(NOON);
        });
    }

    @ParameterizedTest
    @EnumSource
    void htmlInsteadOfAnAnswerIsUnusable(FeedName feed) {
        EXCHANGE.htmlAt(endpoint(feed));

        assertThat(poll(feed)).isInstanceOf(PollResult.Unusable.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"429, '{\"Retry-After\":\"2\"}', PT2S", "418, '{\"Retry-After\":\"5\"}', PT5S", "403, {}, PT2M"})
    void afterARefusalNoFeedOfTheTradingHostIsPolledBeforeItsEnd(int status, String headers, Duration pause) {
        Instant end = NOON.plus(pause);
        EXCHANGE.turnAway(SYMBOLS, status, headers);

        assertThat(poll(DEFAULT_SYMBOLS)).isEqualTo(new PollResult.Throttled(status, end));

        assertHeldUntil(end);
    }

    @Test
    void aPauseForAnotherProcessHoldsEveryFeedOfTheTradingHostUntilItsEnd() {
        Instant end = NOON.plusSeconds(3);

        sources.pause(Messages.PAPER, end);

        assertHeldUntil(end);
    }

    @Test
    void aPauseHoldsTheEnvironmentsBehindTheSameEgressAddressAndNoOther() {
        List<Feed> neighbours = sources.of(EnvironmentId.of("neighbour"));
        List<Feed> apart = sources.of(EnvironmentId.of("apart"));

        sources.pause(Messages.PAPER, NOON.plusSeconds(3));

        assertThat(poll(neighbours, DEFAULT_SYMBOLS)).isInstanceOf(PollResult.Held.class);
        assertThat(poll(apart, DEFAULT_SYMBOLS)).isInstanceOf(PollResult.Good.class);
    }

    private void assertHeldUntil(Instant end) {
        time.advanceTo(end.minusMillis(1));
        for (FeedName feed : List.of(DEFAULT_SYMBOLS, TICKER_PRICE, EXCHANGE_INFO)) {
            assertThat(poll(feed))
                    .isInstanceOfSatisfying(
                            PollResult.Held.class,
                            held -> assertThat(held.until()).isEqualTo(end));
        }
        assertThat(poll(CALENDAR)).as("another host").isInstanceOf(PollResult.Good.class);
        time.advanceTo(end);
        assertThat(poll(DEFAULT_SYMBOLS)).isInstanceOf(PollResult.Good.class);
    }

    private static String endpoint(FeedName feed) {
        return switch (feed) {
            case CALENDAR -> "/api/operation/new_coin_calendar";
            case SYMBOLS_V2 -> "/api/platform/spot/market-v2/web/symbolsV2";
            case EXCHANGE_INFO -> "/api/v3/exchangeInfo";
            case TICKER_PRICE -> "/api/v3/ticker/price";
            case DEFAULT_SYMBOLS -> SYMBOLS;
        };
    }

    private PollResult poll(FeedName name) {
        return poll(feeds, name);
    }

    private static PollResult poll(List<Feed> feeds, FeedName name) {
        return feeds.stream()
                .filter(feed -> feed.name() == name)
                .findFirst()
                .orElseThrow()
                .poll()
                .await()
                .atMost(TIMEOUT);
    }
}
