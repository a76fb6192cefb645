package io.firstfill.scanner.feed;

import static io.firstfill.scanner.feed.FeedName.CALENDAR;
import static io.firstfill.scanner.feed.FeedName.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.feed.FeedName.TICKER_PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Unread;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alerts warn before executions suffer (FR-007); a throttled scanner raises one (edge cases). */
class FeedHealthTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PollResult GOOD =
            new PollResult.Good(new FeedObservation.CalendarSeen(List.of()), NOON, Duration.ofMillis(5));

    private final FeedHealth health = new FeedHealth(EnvironmentId.of("paper"), feed -> Duration.ofSeconds(5));

    @Test
    void theFirstGoodAnswerClearsWhatAnEarlierProcessMayHaveLeftOpen() {
        assertThat(changes(health.pollCompleted(CALENDAR, GOOD, NOON)))
                .containsExactly(
                        "AlertCleared FEED_SILENT calendar",
                        "AlertCleared FEED_DEGRADED calendar",
                        "AlertCleared UNREADABLE_ANSWER calendar/rows",
                        "AlertCleared THROTTLED scanner/web");
        assertThat(health.pollCompleted(CALENDAR, GOOD, NOON)).isEmpty();
    }

    @Test
    void rowsThatCannotBeRepresentedAreSaidOnceAndUntilTheNextAnswerWithoutThem() {
        health.pollCompleted(CALENDAR, GOOD, NOON);

        assertThat(changes(health.pollCompleted(CALENDAR, calendar(new Unread(3, "odd", Set.of(), Set.of())), NOON)))
                .containsExactly("AlertRaised UNREADABLE_ANSWER calendar/rows");
        assertThat(health.pollCompleted(CALENDAR, calendar(new Unread(4, "odd", Set.of(), Set.of())), NOON))
                .isEmpty();
        assertThat(changes(health.pollCompleted(CALENDAR, GOOD, NOON)))
                .containsExactly("AlertCleared UNREADABLE_ANSWER calendar/rows");
    }

    @Test
    void aStatusThatIsNotKnownIsSaidUntilItIsGone() {
        PollResult good = market(Unread.NOTHING);
        health.pollCompleted(FeedName.EXCHANGE_INFO, good, NOON);

        assertThat(changes(health.pollCompleted(
                        FeedName.EXCHANGE_INFO, market(new Unread(0, null, Set.of(), Set.of("AUCTION"))), NOON)))
                .containsExactly("AlertRaised UNKNOWN_STATUS exchange-info/statuses");
        assertThat(changes(health.pollCompleted(FeedName.EXCHANGE_INFO, good, NOON)))
                .containsExactly("AlertCleared UNKNOWN_STATUS exchange-info/statuses");
    }

    @Test
    void atTheFirstContractLevelNoAlertClearsAnotherOfTheSameFeed() throws Exception {
        MessageCodec codec = new MessageCodec(new ObjectMapper().findAndRegisterModules(), 1);
        Set<String> open = new HashSet<>();
        Unread odd = new Unread(3, "odd", Set.of(), Set.of());
        for (AlertEvent event : health.pollCompleted(FeedName.EXCHANGE_INFO, market(odd), NOON)) {
            AlertEvent read = (AlertEvent) codec.read(Topics.ALERTS, codec.write(event));
            String subject = read.kind() + " " + read.subject();
            boolean ignored = read instanceof AlertRaised ? open.add(subject) : open.remove(subject);
        }

        assertThat(open).containsExactly("FEED_DEGRADED exchange-info/rows");
    }

    @Test
    void anAnswerThatCannotBeRightKeepsItsAlertOpenFromOneToTheNext() {
        health.pollCompleted(CALENDAR, GOOD, NOON);

        assertThat(changes(health.doubtful(CALENDAR, (PollResult.Good) GOOD, "it has shrunk", NOON)))
                .containsExactly("AlertRaised FEED_DEGRADED calendar");
        assertThat(health.doubtful(CALENDAR, (PollResult.Good) GOOD, "it has shrunk", NOON))
                .isEmpty();
        assertThat(health.isFailing(CALENDAR)).isTrue();
    }

    private static PollResult calendar(Unread unread) {
        return new PollResult.Good(new FeedObservation.CalendarSeen(List.of(), unread), NOON, Duration.ZERO);
    }

    private static PollResult market(Unread unread) {
        return new PollResult.Good(new FeedObservation.MarketSeen(List.of(), unread), NOON, Duration.ZERO);
    }

    @Test
    void aFeedIsSilentAfterItsLimitAndRaisesThatOnce() {
        health.pollCompleted(CALENDAR, GOOD, NOON);

        assertThat(health.checkSilence(NOON.plusSeconds(5))).isEmpty();
        assertThat(changes(health.checkSilence(NOON.plusSeconds(6))))
                .containsExactly("AlertRaised FEED_SILENT calendar");
        assertThat(health.checkSilence(NOON.plusSeconds(7))).isEmpty();
        assertThat(changes(health.pollCompleted(CALENDAR, GOOD, NOON.plusSeconds(8))))
                .containsExactly("AlertCleared FEED_SILENT calendar");
    }

    @Test
    void aFeedThatIsSilentForDaysIsStatedAgainEveryDay() {
        health.pollingStarted(CALENDAR, NOON);
        int stated = 0;

        for (Instant now = NOON; now.isBefore(NOON.plus(Duration.ofDays(9))); now = now.plusSeconds(30)) {
            stated += health.checkSilence(now).size();
        }

        assertThat(stated).isEqualTo(9);
    }

    @Test
    void aFeedThatNeverAnsweredIsSilentToo() {
        health.pollingStarted(TICKER_PRICE, NOON);

        assertThat(changes(health.checkSilence(NOON.plusSeconds(6))))
                .containsExactly("AlertRaised FEED_SILENT ticker-price");
    }

    @Test
    void anUnusableAnswerDegradesAndAGoodOneRecovers() {
        health.pollCompleted(CALENDAR, GOOD, NOON);

        assertThat(changes(health.pollCompleted(CALENDAR, new PollResult.Unusable("html"), NOON)))
                .containsExactly("AlertRaised FEED_DEGRADED calendar");
        assertThat(health.pollCompleted(CALENDAR, new PollResult.Unusable("html"), NOON))
                .isEmpty();
        assertThat(changes(health.pollCompleted(CALENDAR, GOOD, NOON)))
                .containsExactly("AlertCleared FEED_DEGRADED calendar");
    }

    @Test
    void aFirewallAlsoDegradesTheFeedItShuts() {
        health.pollCompleted(CALENDAR, GOOD, NOON);

        assertThat(changes(health.pollCompleted(CALENDAR, new PollResult.Throttled(403, NOON.plusSeconds(120)), NOON)))
                .containsExactly("AlertRaised THROTTLED scanner/web", "AlertRaised FEED_DEGRADED calendar");
    }

    @Test
    void aHostThrottlesUntilOneOfItsFeedsIsAnsweredAgain() {
        health.pollCompleted(TICKER_PRICE, GOOD, NOON);
        health.pollCompleted(DEFAULT_SYMBOLS, GOOD, NOON);

        assertThat(changes(
                        health.pollCompleted(TICKER_PRICE, new PollResult.Throttled(429, NOON.plusSeconds(5)), NOON)))
                .containsExactly("AlertRaised THROTTLED scanner/api");
        assertThat(health.pollCompleted(DEFAULT_SYMBOLS, new PollResult.Throttled(418, NOON.plusSeconds(5)), NOON))
                .isEmpty();
        assertThat(health.pollCompleted(DEFAULT_SYMBOLS, GOOD, NOON.plusSeconds(1)))
                .as("the answer was under way when the host refused")
                .isEmpty();
        assertThat(changes(health.pollCompleted(DEFAULT_SYMBOLS, GOOD, NOON.plusSeconds(5))))
                .containsExactly("AlertCleared THROTTLED scanner/api");
    }

    @Test
    void aBanThatGrowsIsRaisedAgainWithItsLaterEnd() {
        health.pollCompleted(TICKER_PRICE, GOOD, NOON);
        health.pollCompleted(TICKER_PRICE, new PollResult.Throttled(429, NOON.plusSeconds(5)), NOON);

        List<AlertEvent> grown =
                health.pollCompleted(DEFAULT_SYMBOLS, new PollResult.Throttled(418, NOON.plusSeconds(120)), NOON);

        assertThat(grown)
                .singleElement()
                .isInstanceOfSatisfying(
                        AlertRaised.class, raised -> assertThat(raised.until()).isEqualTo(NOON.plusSeconds(120)));
    }

    private static List<String> changes(List<AlertEvent> events) {
        return events.stream()
                .map(event -> event.type() + " " + event.kind() + " " + event.subject())
                .toList();
    }
}
