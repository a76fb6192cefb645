package io.firstfill.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.SimulatorControl;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.document.MetricsPage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The parts are put together: polls, pushes and Kafka, between a simulated exchange and a real broker (US2, FR-003).
 * Asserts what happens, and never how soon: the times are proven in virtual time.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = ScannerTopics.NAMES))
@WithTestResource(SimulatorResource.class)
class ScannerServiceTest {
    /** Only a bug takes this long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @ConfigProperty(name = SimulatorResource.CONTROL)
    String control;

    @Inject
    MeterRegistry meters;

    private SimulatorControl exchange;
    private ScannerTopics topics;

    @BeforeEach
    void baselineWritten() {
        exchange = new SimulatorControl(control);
        topics = new ScannerTopics();
        until(SymbolsSeen.class, seen -> seen.symbols().contains("BTCUSDT"));
    }

    @AfterEach
    void close() {
        exchange.heal();
        exchange.close();
        topics.close();
    }

    @Test
    void aScheduledListingIsAnnouncedQualifiedAndSignalledOnce() {
        topics.send(Messages.started(Messages.configuration(), Instant.now()));
        Instant opening = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

        exchange.schedule("NEWT", opening);

        assertThat(until(ListingAnnounced.class, of("NEWT")::test).openingTime())
                .isEqualTo(opening);
        assertThat(until(ListingSignal.class, of("NEWT")::test).openingTime()).isEqualTo(opening);
        until(ListingQualified.class, event -> of("NEWT").test(event) && event.rules() != null);
        assertOneListingAndOneSignal("NEWT");
    }

    @Test
    void aSurpriseIsSignalledOnce() {
        topics.send(Messages.started(Messages.configuration(), Instant.now()));

        exchange.surprise("WOW");

        assertThat(until(ListingSignal.class, of("WOW")::test).openingTime()).isNull();
        until(ListingQualified.class, of("WOW")::test);
        assertOneListingAndOneSignal("WOW");
    }

    /** The polled lists answer with HTML, so that nothing else can show the opening. */
    @Test
    void anOpeningIsShownByItsFirstPushedOffer() {
        List.of("/api/v3/defaultSymbols", "/api/v3/ticker/price", "/api/v3/exchangeInfo")
                .forEach(exchange::htmlAt);
        until(AlertRaised.class, about(AlertKind.FEED_DEGRADED, "exchange-info"));
        Instant opening = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);

        exchange.schedule("PUSHED", opening);

        TradingOpened opened = until(TradingOpened.class, of("PUSHED")::test);
        assertThat(opened.source()).isEqualTo(ListingSource.BOOK_TICKER);
        assertThat(opened.seenAt()).isAfterOrEqualTo(opening);
    }

    @Test
    void anHtmlAnswerDegradesTheFeedAndAGoodOneRecoversIt() {
        int cleared = cleared(AlertKind.FEED_DEGRADED, "calendar");
        exchange.htmlAt("/api/operation/new_coin_calendar");
        until(AlertRaised.class, about(AlertKind.FEED_DEGRADED, "calendar"));

        exchange.heal();

        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(cleared(AlertKind.FEED_DEGRADED, "calendar")).isGreaterThan(cleared));
    }

    @Test
    void aRefusalRaisesAnAlertThatEndsAfterThePause() {
        int cleared = cleared(AlertKind.THROTTLED, "scanner/api");

        exchange.throttle("/api/v3/defaultSymbols");

        until(AlertRaised.class, about(AlertKind.THROTTLED, "scanner/api"));
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(cleared(AlertKind.THROTTLED, "scanner/api")).isGreaterThan(cleared));
    }

    @Test
    void aThrottleOfTheTraderHoldsThePollsBack() {
        double held = held();

        topics.send(Messages.traderThrottled(
                Instant.now(), Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS)));

        await().atMost(TIMEOUT).until(() -> held() > held);
    }

    @Test
    void thePageOfMetricsListsWhatTheServiceExposes() {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(MetricsPage.read()
                                .differences(
                                        "scanner-service",
                                        RestAssured.get("/q/metrics").asString()))
                        .isEmpty());
    }

    private void assertOneListingAndOneSignal(String base) {
        List<ListingEvent> events =
                topics.read(ListingEvent.class).stream().filter(of(base)).toList();
        assertThat(events)
                .extracting(ListingEvent::listingId)
                .containsOnly(events.getFirst().listingId());
        assertThat(events.stream().filter(ListingSignal.class::isInstance)).hasSize(1);
    }

    private int cleared(AlertKind kind, String subject) {
        return (int) topics.read(AlertCleared.class).stream()
                .filter(event -> event.kind() == kind && event.subject().equals(subject))
                .count();
    }

    private double held() {
        return meters
                .find("firstfill.scanner.feed.looks")
                .tags("feed", "default-symbols", "outcome", "held")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static Predicate<ListingEvent> of(String base) {
        return event -> event.pair().equals(Pair.of(base + "/USDT"));
    }

    private static Predicate<AlertRaised> about(AlertKind kind, String subject) {
        return event -> event.kind() == kind && event.subject().equals(subject);
    }

    private <M extends Message> M until(Class<M> type, Predicate<M> wanted) {
        return await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> topics.read(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
