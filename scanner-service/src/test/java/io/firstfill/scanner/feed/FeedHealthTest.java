package io.firstfill.scanner.feed;

import static io.firstfill.scanner.feed.FeedName.CALENDAR;
import static io.firstfill.scanner.feed.FeedName.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.feed.FeedName.TICKER_PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.listing.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts that warn before executions suffer (FR-007); a throttled scanner says so (edge cases). */
class FeedHealthTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PollResult GOOD = new PollResult.Good(new FeedObservation.CalendarSeen(List.of()), NOON, Duration.ofMillis(5));

    private final FeedHealth health = new FeedHealth(EnvironmentId.of("paper"), feed -> Duration.ofSeconds(5));

    @Test
    void theFirstGoodAnswerClosesWhatAnEarlierLifeMayHaveLeftOpen() {
        assertThat(told(health.heard(CALENDAR, GOOD, NOON)))
                .containsExactly(
                        "AlertCleared FEED_SILENT calendar",
                        "AlertCleared FEED_DEGRADED calendar",
                        "AlertCleared THROTTLED scanner/web");
        assertThat(health.heard(CALENDAR, GOOD, NOON)).isEmpty();
    }

    @Test
    void aFeedIsSilentAfterItsLimitAndTellsItOnce() {
        health.heard(CALENDAR, GOOD, NOON);

        assertThat(health.checked(NOON.plusSeconds(5))).isEmpty();
        assertThat(told(health.checked(NOON.plusSeconds(6)))).containsExactly("AlertRaised FEED_SILENT calendar");
        assertThat(health.checked(NOON.plusSeconds(7))).isEmpty();
        assertThat(told(health.heard(CALENDAR, GOOD, NOON.plusSeconds(8))))
                .containsExactly("AlertCleared FEED_SILENT calendar");
    }

    @Test
    void aFeedThatNeverAnsweredIsSilentToo() {
        health.began(TICKER_PRICE, NOON);

        assertThat(told(health.checked(NOON.plusSeconds(6)))).containsExactly("AlertRaised FEED_SILENT ticker-price");
    }

    @Test
    void anUnusableAnswerDegradesAndAGoodOneRecovers() {
        health.heard(CALENDAR, GOOD, NOON);

        assertThat(told(health.heard(CALENDAR, new PollResult.Odd("html"), NOON)))
                .containsExactly("AlertRaised FEED_DEGRADED calendar");
        assertThat(health.heard(CALENDAR, new PollResult.Odd("html"), NOON)).isEmpty();
        assertThat(told(health.heard(CALENDAR, GOOD, NOON))).containsExactly("AlertCleared FEED_DEGRADED calendar");
    }

    @Test
    void aFirewallAlsoDegradesTheFeedItShuts() {
        health.heard(CALENDAR, GOOD, NOON);

        assertThat(told(health.heard(CALENDAR, new PollResult.Throttled(403, NOON.plusSeconds(120)), NOON)))
                .containsExactly("AlertRaised THROTTLED scanner/web", "AlertRaised FEED_DEGRADED calendar");
    }

    @Test
    void aHostThrottlesUntilOneOfItsFeedsIsAnsweredAgain() {
        health.heard(TICKER_PRICE, GOOD, NOON);
        health.heard(DEFAULT_SYMBOLS, GOOD, NOON);

        assertThat(told(health.heard(TICKER_PRICE, new PollResult.Throttled(429, NOON.plusSeconds(5)), NOON)))
                .containsExactly("AlertRaised THROTTLED scanner/api");
        assertThat(health.heard(DEFAULT_SYMBOLS, new PollResult.Throttled(418, NOON.plusSeconds(5)), NOON))
                .isEmpty();
        assertThat(health.heard(DEFAULT_SYMBOLS, GOOD, NOON.plusSeconds(1)))
                .as("it was on its way")
                .isEmpty();
        assertThat(told(health.heard(DEFAULT_SYMBOLS, GOOD, NOON.plusSeconds(5))))
                .containsExactly("AlertCleared THROTTLED scanner/api");
    }

    @Test
    void aBanThatGrowsIsToldAgainWithItsLaterEnd() {
        health.heard(TICKER_PRICE, GOOD, NOON);
        health.heard(TICKER_PRICE, new PollResult.Throttled(429, NOON.plusSeconds(5)), NOON);

        List<AlertEvent> grown = health.heard(DEFAULT_SYMBOLS, new PollResult.Throttled(418, NOON.plusSeconds(120)), NOON);

        assertThat(grown)
                .singleElement()
                .isInstanceOfSatisfying(
                        AlertRaised.class, raised -> assertThat(raised.until()).isEqualTo(NOON.plusSeconds(120)));
    }

    private static List<String> told(List<AlertEvent> events) {
        return events.stream()
                .map(event -> event.type() + " " + event.kind() + " " + event.subject())
                .toList();
    }
}
