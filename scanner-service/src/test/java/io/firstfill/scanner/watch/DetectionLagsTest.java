package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Hint;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.watch.DetectionLags.DetectionLag;
import io.firstfill.scanner.watch.DetectionLags.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lag of each feed counts from the stated opening, or from the first feed's detection (FR-007). */
class DetectionLagsTest {
    private final DetectionLags lags = new DetectionLags();
    private @Nullable Instant opening;

    @Test
    void theFirstAnswerOfAFeedIsNotMeasured() {
        assertThat(observe(FeedName.DEFAULT_SYMBOLS, Observations.shown(DEFAULT_SYMBOLS), NOON))
                .isEmpty();
    }

    @Test
    void aSurpriseIsMeasuredFromTheFirstDetection() {
        everyFeedAnswersOnce();

        assertThat(observe(
                        FeedName.DEFAULT_SYMBOLS,
                        Observations.shown(DEFAULT_SYMBOLS, Observations.NEWT),
                        NOON.plusSeconds(1)))
                .containsExactly(new DetectionLag(FeedName.DEFAULT_SYMBOLS, Event.OPENING, Duration.ZERO));
        assertThat(observe(
                        FeedName.TICKER_PRICE,
                        Observations.shown(TICKER_PRICE, Observations.NEWT),
                        NOON.plusSeconds(4)))
                .containsExactly(new DetectionLag(FeedName.TICKER_PRICE, Event.OPENING, Duration.ofSeconds(3)));
        assertThat(observe(
                        FeedName.TICKER_PRICE,
                        Observations.shown(TICKER_PRICE, Observations.NEWT),
                        NOON.plusSeconds(5)))
                .as("once")
                .isEmpty();
    }

    @Test
    void aScheduledListingIsMeasuredFromItsStatedOpening() {
        everyFeedAnswersOnce();
        opening = OPENING;

        List<DetectionLag> found = observe(
                FeedName.DEFAULT_SYMBOLS,
                Observations.shown(DEFAULT_SYMBOLS, Observations.NEWT),
                OPENING.plusMillis(230));

        assertThat(found)
                .containsExactly(new DetectionLag(FeedName.DEFAULT_SYMBOLS, Event.OPENING, Duration.ofMillis(230)));
    }

    @Test
    void announcementsAreComparedByCoinAcrossCalendarExchangeInfoAndWebsite() {
        everyFeedAnswersOnce();

        observe(
                FeedName.SYMBOLS_V2,
                new FeedObservation.HintsSeen(List.of(new Hint(Pair.of("NEWT/USDT"), OPENING))),
                NOON.plusSeconds(10));
        List<DetectionLag> calendar = observe(
                FeedName.CALENDAR, Observations.calendar(Observations.coin("NEWT", OPENING)), NOON.plusSeconds(15));
        List<DetectionLag> market = observe(
                FeedName.EXCHANGE_INFO,
                Observations.market(Observations.row("NEWT/USDT", Phase.PAUSED, OPENING)),
                NOON.plusSeconds(40));

        assertThat(calendar)
                .containsExactly(new DetectionLag(FeedName.CALENDAR, Event.ANNOUNCEMENT, Duration.ofSeconds(5)));
        assertThat(market)
                .containsExactly(new DetectionLag(FeedName.EXCHANGE_INFO, Event.ANNOUNCEMENT, Duration.ofSeconds(30)));
    }

    private void everyFeedAnswersOnce() {
        observe(FeedName.DEFAULT_SYMBOLS, Observations.shown(DEFAULT_SYMBOLS), NOON);
        observe(FeedName.TICKER_PRICE, Observations.shown(TICKER_PRICE), NOON);
        observe(FeedName.CALENDAR, Observations.calendar(), NOON);
        observe(FeedName.EXCHANGE_INFO, Observations.market(), NOON);
        observe(FeedName.SYMBOLS_V2, new FeedObservation.HintsSeen(List.of()), NOON);
    }

    private List<DetectionLag> observe(FeedName feed, FeedObservation observation, Instant at) {
        return lags.observed(feed, observation, at, symbol -> opening);
    }
}
