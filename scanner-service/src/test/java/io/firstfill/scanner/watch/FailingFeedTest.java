package io.firstfill.scanner.watch;

import static io.firstfill.scanner.feed.FeedName.CALENDAR;
import static io.firstfill.scanner.feed.FeedName.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.feed.FeedName.EXCHANGE_INFO;
import static io.firstfill.scanner.feed.FeedName.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.watch.ScannerFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.fixture.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A feed that fails raises an alert with its end and withdraws nothing; a paused host is not polled (FR-003, FR-007).
 */
class FailingFeedTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void anUnusableAnswerDegradesItsFeedOnceAndAGoodOneRecoversIt(FeedName feed) {
        ScannerFixture fixture = running();
        fixture.published.clear();

        fixture.exchange.breaks(feed);
        fixture.advance(Duration.ofMinutes(3));
        assertThat(alerts(fixture, AlertKind.FEED_DEGRADED, feed.label())).containsExactly("AlertRaised");

        fixture.exchange.heal();
        fixture.advance(MINUTE);
        assertThat(alerts(fixture, AlertKind.FEED_DEGRADED, feed.label()))
                .containsExactly("AlertRaised", "AlertCleared");
    }

    @Test
    void anHtmlCalendarWithdrawsNothing() {
        ScannerFixture fixture = running();
        fixture.exchange.inCalendar("NEWT", OPENING);
        fixture.advance(MINUTE);
        assertThat(fixture.about("NEWT")).hasAtLeastOneElementOfType(ListingAnnounced.class);

        fixture.exchange.breaks(CALENDAR);
        fixture.advance(Duration.ofMinutes(10));

        assertThat(fixture.published.all(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void aThrottleIsRaisedWithItsEndAndTheFeedIsNotPolledBeforeIt() {
        ScannerFixture fixture = running();
        fixture.exchange.throttles(DEFAULT_SYMBOLS, Duration.ofSeconds(2));
        fixture.advance(Duration.ofSeconds(1));

        AlertRaised raised = fixture.published.first(AlertRaised.class, alert -> alert.kind() == AlertKind.THROTTLED);
        assertThat(raised.subject()).isEqualTo("scanner/api");
        assertThat(raised.summary()).contains("429");
        Instant end = Objects.requireNonNull(raised.until());
        assertThat(end).isEqualTo(raised.meta().occurredAt().plusSeconds(2));
        fixture.exchange.heal();
        int polls = fixture.exchange.polls(DEFAULT_SYMBOLS);
        fixture.time.advanceTo(end.minusMillis(1));
        assertThat(fixture.exchange.polls(DEFAULT_SYMBOLS)).isEqualTo(polls);

        fixture.advance(Duration.ofSeconds(1));

        AlertCleared cleared = fixture.published.all(AlertCleared.class).getLast();
        assertThat(cleared.subject()).isEqualTo("scanner/api");
        assertThat(cleared.meta().occurredAt()).isAfterOrEqualTo(end);
    }

    @Test
    void aThrottleOfTheTraderPausesTheFeedsOfTheTradingHostUntilItsEnd() {
        ScannerFixture fixture = running();
        fixture.advance(Duration.ofSeconds(2));
        Instant end = fixture.time.instant().plus(Duration.ofMinutes(3));
        int polls = pollsOfTradingHost(fixture);
        int website = fixture.exchange.polls(CALENDAR);

        fixture.scanner.received(Messages.traderThrottled(fixture.time.instant(), end));

        fixture.time.advanceTo(end.minusMillis(1));
        assertThat(pollsOfTradingHost(fixture)).isEqualTo(polls);
        assertThat(fixture.results(DEFAULT_SYMBOLS, "held")).isPositive();
        assertThat(fixture.exchange.polls(CALENDAR)).as("another host").isGreaterThan(website);
        fixture.time.advanceTo(end);
        assertThat(pollsOfTradingHost(fixture)).isGreaterThan(polls);
    }

    @Test
    void pricesArePolledMoreOftenWhileTheSymbolsOpenToApiFail() {
        ScannerFixture fixture = running();
        fixture.exchange.breaks(DEFAULT_SYMBOLS);
        fixture.advance(MINUTE);
        int polls = fixture.exchange.polls(TICKER_PRICE);

        fixture.advance(MINUTE);

        assertThat(fixture.exchange.polls(TICKER_PRICE) - polls)
                .as("every 5 s instead of every 15 s")
                .isEqualTo(12);
    }

    private static int pollsOfTradingHost(ScannerFixture fixture) {
        return List.of(DEFAULT_SYMBOLS, TICKER_PRICE, EXCHANGE_INFO).stream()
                .mapToInt(fixture.exchange::polls)
                .sum();
    }

    private static List<String> alerts(ScannerFixture fixture, AlertKind kind, String subject) {
        return fixture.published.all(AlertEvent.class).stream()
                .filter(event -> event.kind() == kind && event.subject().equals(subject))
                .map(AlertEvent::type)
                .toList();
    }
}
