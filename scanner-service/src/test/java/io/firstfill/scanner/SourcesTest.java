package io.firstfill.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Severity;
import io.firstfill.scanner.watch.Scene;
import io.firstfill.testkit.KafkaResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five sources race and none waits for another: each may be first, and each may be dead (FR-003). */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = Topic.NAMES))
@WithTestResource(SimulatorResource.class)
class SourcesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CALENDAR = "/api/operation/new_coin_calendar";
    private static final String WEBSITE = "/api/platform/spot/market-v2/web/symbolsV2";
    private static final String EXCHANGE_INFO = "/api/v3/exchangeInfo";
    private static final String SYMBOLS = "/api/v3/defaultSymbols";

    @ConfigProperty(name = SimulatorResource.CONTROL)
    String control;

    @Inject
    MeterRegistry meters;

    private ExchangeControl exchange;
    private Topic topic;

    @BeforeEach
    void watching() {
        exchange = new ExchangeControl(control);
        topic = new Topic();
        until(SymbolsSeen.class, seen -> seen.symbols().contains("BTCUSDT"));
        topic.say(Scene.started(Scene.configuration(), Instant.now()));
    }

    @AfterEach
    void closed() {
        exchange.healed();
        exchange.close();
        topic.close();
    }

    @Test
    void theCalendarMayBeFirstAndExchangeInfoBlind() {
        exchange.htmlAt(EXCHANGE_INFO);
        Instant opening = soon();

        exchange.schedule("CALFIRST", opening);

        assertThat(announced("CALFIRST").source()).isEqualTo(ListingSource.CALENDAR);
        assertThat(signalled("CALFIRST").openingTime()).isEqualTo(opening);
    }

    @Test
    void exchangeInfoMayBeFirstAndTheWholeWebsiteDead() {
        exchange.htmlAt(CALENDAR);
        exchange.htmlAt(WEBSITE);
        Instant opening = soon();

        exchange.schedule("INFOFIRST", opening);

        assertThat(announced("INFOFIRST").source()).isEqualTo(ListingSource.EXCHANGE_INFO);
        assertThat(signalled("INFOFIRST").openingTime()).isEqualTo(opening);
    }

    @Test
    void aHintOfTheWebsiteComesFirstAndIsNoListingUntilAnotherSourceSaysIt() {
        Instant opening = soon();
        Instant later = Instant.now().plusSeconds(4);
        double behind = lag("calendar", "announcement");

        exchange.schedule("HINTED", opening, later, opening, Instant.EPOCH);

        ListingAnnounced announced = announced("HINTED");
        assertThat(announced.source()).isEqualTo(ListingSource.CALENDAR);
        assertThat(announced.detectedAt()).isAfterOrEqualTo(later);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lag("calendar", "announcement"))
                        .as("the calendar was seconds behind the website")
                        .isGreaterThan(behind + 1_000));
    }

    @ParameterizedTest(name = "{0} first")
    @CsvSource({
        "DEFAULT_SYMBOLS, /api/v3/ticker/price, /api/v3/exchangeInfo",
        "TICKER_PRICE, /api/v3/defaultSymbols, /api/v3/exchangeInfo",
        "EXCHANGE_INFO, /api/v3/defaultSymbols, /api/v3/ticker/price"
    })
    void aSurpriseIsSignalledByWhicheverSourceLives(ListingSource first, String dead, String alsoDead) {
        exchange.htmlAt(dead);
        exchange.htmlAt(alsoDead);
        String base = "ALONE" + first.name().charAt(0);
        until(AlertRaised.class, alert -> alert.kind() == AlertKind.FEED_DEGRADED);

        exchange.surprise(base);

        assertThat(signalled(base).source()).isEqualTo(first);
        exchange.healed();
        assertThat(topic.read(ListingSignal.class))
                .filteredOn(of(base))
                .as("the others join the one listing")
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"418, '{\"Retry-After\":\"2\"}'", "403, {}"})
    void beingTurnedAwayIsToldWithItsEndAndNobodyIsAskedBefore(int status, String headers) {
        int before = topic.read(AlertRaised.class).size();

        exchange.turnAway(SYMBOLS, status, headers);

        AlertRaised raised = await().atMost(PATIENCE)
                .until(
                        () -> topic.read(AlertRaised.class).stream()
                                .skip(before)
                                .filter(alert -> alert.subject().equals("scanner/api"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(raised.summary()).contains(Integer.toString(status));
        Instant end = Objects.requireNonNull(raised.until());
        assertThat(end).isAfter(raised.meta().occurredAt());
        assertQuietUntil(end);
        until(
                AlertCleared.class,
                cleared -> cleared.subject().equals("scanner/api")
                        && !cleared.meta().occurredAt().isBefore(end));
    }

    @Test
    void whatTheTraderWasToldStopsThePollingToo() {
        Instant end = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        double held = looks("default-symbols", "held");

        topic.say(new AlertRaised(
                Scene.meta(Instant.now()),
                Scene.PAPER,
                AlertKind.THROTTLED,
                "trader/api",
                Severity.CRITICAL,
                "test",
                null,
                end));

        await().atMost(PATIENCE).until(() -> looks("default-symbols", "held") > held);
        assertQuietUntil(end);
        double quiet = looks("default-symbols", "good");
        await().atMost(PATIENCE).until(() -> looks("default-symbols", "good") > quiet);
    }

    /** No feed of the trading host gets an answer before then. */
    private void assertQuietUntil(Instant end) {
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        List<String> feeds = List.of("default-symbols", "ticker-price", "exchange-info");
        double before = feeds.stream().mapToDouble(feed -> looks(feed, "good")).sum();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end.minusMillis(300)));
        double after = feeds.stream().mapToDouble(feed -> looks(feed, "good")).sum();
        if (Instant.now().isBefore(end)) {
            assertThat(after).as("what was on its way may still arrive").isLessThanOrEqualTo(before + 2);
        }
    }

    private double looks(String feed, String outcome) {
        return meters.find("firstfill.scanner.feed.looks").tags("feed", feed, "outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** All lags of the feed together, in milliseconds. */
    private double lag(String feed, String event) {
        return meters.find("firstfill.scanner.feed.sight.lag").tags("feed", feed, "event", event).timers().stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
    }

    private ListingAnnounced announced(String base) {
        return until(ListingAnnounced.class, event -> event.pair().equals(Pair.of(base + "/USDT")));
    }

    private ListingSignal signalled(String base) {
        return until(ListingSignal.class, of(base));
    }

    private static Predicate<ListingSignal> of(String base) {
        return event -> event.pair().equals(Pair.of(base + "/USDT"));
    }

    private <M extends Message> M until(Class<M> type, Predicate<M> wanted) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> topic.read(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
