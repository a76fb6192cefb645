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
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.watch.Scene;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** The running scanner between a simulated exchange and a real broker (US2, FR-003). */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = Topic.NAMES))
@WithTestResource(SimulatorResource.class)
class FeedsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = SimulatorResource.CONTROL)
    String control;

    private ExchangeControl exchange;
    private Topic topic;

    @BeforeEach
    void watching() {
        exchange = new ExchangeControl(control);
        topic = new Topic();
        until(SymbolsSeen.class, seen -> seen.symbols().contains("BTCUSDT"));
    }

    @AfterEach
    void closed() {
        exchange.healed();
        exchange.close();
        topic.close();
    }

    @Test
    void aScheduledListingIsAnnouncedWithItsOpeningAndSeenToOpen() {
        topic.say(Scene.started(Scene.configuration(), Instant.now()));
        Instant opening = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);

        exchange.schedule("NEWT", opening);

        Predicate<ListingEvent> newt = event -> event.pair().equals(Pair.of("NEWT/USDT"));
        assertThat(until(ListingAnnounced.class, newt::test).openingTime()).isEqualTo(opening);
        assertThat(until(ListingSignal.class, newt::test).openingTime()).isEqualTo(opening);
        TradingOpened opened = until(TradingOpened.class, newt::test);
        assertThat(opened.seenAt()).isBetween(opening, opening.plusMillis(1500));
        until(ListingQualified.class, event -> newt.test(event) && event.rules() != null);
        assertOneListingAndOneSignal("NEWT/USDT");
    }

    @Test
    void aSurpriseIsSignalledWithinTwoPolls() {
        topic.say(Scene.started(Scene.configuration(), Instant.now()));
        Instant before = Instant.now();

        exchange.surprise("WOW");

        ListingSignal signal = until(ListingSignal.class, event -> event.pair().equals(Pair.of("WOW/USDT")));
        assertThat(signal.openingTime()).isNull();
        assertThat(signal.detectedAt())
                .as("two polls, and one for a busy machine")
                .isBefore(before.plusMillis(1_200));
        until(ListingQualified.class, event -> event.pair().equals(Pair.of("WOW/USDT")));
        assertOneListingAndOneSignal("WOW/USDT");
    }

    @Test
    void anOpeningIsSeenByItsFirstPushedOfferWhileEveryAnswerIsSlow() {
        Instant opening = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        exchange.schedule("PUSHED", opening);
        Predicate<ListingEvent> pushed = event -> event.pair().equals(Pair.of("PUSHED/USDT"));
        until(ListingAnnounced.class, pushed::test);

        List.of("/api/v3/defaultSymbols", "/api/v3/ticker/price", "/api/v3/exchangeInfo")
                .forEach(exchange::slow);

        TradingOpened opened = until(TradingOpened.class, pushed::test);
        assertThat(opened.source()).isEqualTo(ListingSource.BOOK_TICKER);
        assertThat(opened.seenAt()).isAfterOrEqualTo(opening);
    }

    @Test
    void anHtmlCalendarIsDegradedAndWithdrawsNothing() {
        Instant opening = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        exchange.schedule("HTML", opening);
        until(ListingAnnounced.class, event -> event.pair().equals(Pair.of("HTML/USDT")));
        until(AlertCleared.class, event -> event.subject().equals("calendar"));
        int raised = raised(AlertKind.FEED_DEGRADED, "calendar");

        exchange.htmlAt("/api/operation/new_coin_calendar");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(raised(AlertKind.FEED_DEGRADED, "calendar")).isEqualTo(raised + 1));
        int cleared = cleared(AlertKind.FEED_DEGRADED, "calendar");
        exchange.healed();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cleared(AlertKind.FEED_DEGRADED, "calendar")).isEqualTo(cleared + 1));
        assertThat(topic.read(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void anHtmlAnswerDegradesTheFeedAndAGoodOneRecoversIt() {
        exchange.htmlAt("/api/v3/ticker/price");

        until(AlertRaised.class, about(AlertKind.FEED_DEGRADED, "ticker-price"));
        int cleared = cleared(AlertKind.FEED_DEGRADED, "ticker-price");
        exchange.healed();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cleared(AlertKind.FEED_DEGRADED, "ticker-price"))
                        .isEqualTo(cleared + 1));
    }

    @Test
    void beingTurnedAwayRaisesAnAlertThatEndsAfterThePause() {
        int before = cleared(AlertKind.THROTTLED, "scanner/api");

        exchange.throttle("/api/v3/defaultSymbols");

        until(AlertRaised.class, about(AlertKind.THROTTLED, "scanner/api"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cleared(AlertKind.THROTTLED, "scanner/api")).isGreaterThan(before));
    }

    private void assertOneListingAndOneSignal(String pair) {
        List<ListingEvent> events = topic.read(ListingEvent.class).stream()
                .filter(event -> event.pair().equals(Pair.of(pair)))
                .toList();
        assertThat(events)
                .extracting(ListingEvent::listingId)
                .containsOnly(events.getFirst().listingId());
        assertThat(events.stream().filter(ListingSignal.class::isInstance)).hasSize(1);
    }

    private int raised(AlertKind kind, String subject) {
        return (int) topic.read(AlertRaised.class).stream()
                .filter(about(kind, subject))
                .count();
    }

    private int cleared(AlertKind kind, String subject) {
        return (int) topic.read(AlertCleared.class).stream()
                .filter(event -> event.kind() == kind && event.subject().equals(subject))
                .count();
    }

    private static Predicate<AlertRaised> about(AlertKind kind, String subject) {
        return event -> event.kind() == kind && event.subject().equals(subject);
    }

    private <M extends Message> M until(Class<M> type, Predicate<M> wanted) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> topic.read(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
