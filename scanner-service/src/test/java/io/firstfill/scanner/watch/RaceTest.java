package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.watch.Scene.NOON;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.listing.Hint;
import io.firstfill.scanner.listing.MarketRow.Phase;
import io.firstfill.scanner.listing.FeedObservation;
import io.firstfill.scanner.watch.Race.Event;
import io.firstfill.scanner.watch.Race.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each feed's lag: since the stated opening, or since the first feed's sight (FR-007). */
class RaceTest {
    private final Race race = new Race();
    private @Nullable Instant opening;

    @Test
    void whatAFeedShowsAtFirstIsNotMeasured() {
        assertThat(see(FeedName.DEFAULT_SYMBOLS, Scene.shown(DEFAULT_SYMBOLS), NOON))
                .isEmpty();
    }

    @Test
    void aSurpriseIsMeasuredFromTheFirstFeedsSight() {
        heardAll();

        assertThat(see(FeedName.DEFAULT_SYMBOLS, Scene.shown(DEFAULT_SYMBOLS, Scene.NEWT), NOON.plusSeconds(1)))
                .containsExactly(new Sight(FeedName.DEFAULT_SYMBOLS, Event.OPENING, Duration.ZERO));
        assertThat(see(FeedName.TICKER_PRICE, Scene.shown(TICKER_PRICE, Scene.NEWT), NOON.plusSeconds(4)))
                .containsExactly(new Sight(FeedName.TICKER_PRICE, Event.OPENING, Duration.ofSeconds(3)));
        assertThat(see(FeedName.TICKER_PRICE, Scene.shown(TICKER_PRICE, Scene.NEWT), NOON.plusSeconds(5)))
                .as("once")
                .isEmpty();
    }

    @Test
    void aScheduledOneIsMeasuredFromItsStatedOpening() {
        heardAll();
        opening = OPENING;

        List<Sight> sights =
                see(FeedName.DEFAULT_SYMBOLS, Scene.shown(DEFAULT_SYMBOLS, Scene.NEWT), OPENING.plusMillis(230));

        assertThat(sights).containsExactly(new Sight(FeedName.DEFAULT_SYMBOLS, Event.OPENING, Duration.ofMillis(230)));
    }

    @Test
    void announcementsRaceByCoinAcrossCalendarExchangeInfoAndWebsite() {
        heardAll();

        see(
                FeedName.SYMBOLS_V2,
                new FeedObservation.HintsSeen(List.of(new Hint(Pair.of("NEWT/USDT"), OPENING))),
                NOON.plusSeconds(10));
        List<Sight> calendar =
                see(FeedName.CALENDAR, Scene.calendar(Scene.coin("NEWT", OPENING)), NOON.plusSeconds(15));
        List<Sight> market = see(
                FeedName.EXCHANGE_INFO,
                Scene.market(Scene.row("NEWT/USDT", Phase.PAUSED, OPENING)),
                NOON.plusSeconds(40));

        assertThat(calendar).containsExactly(new Sight(FeedName.CALENDAR, Event.ANNOUNCEMENT, Duration.ofSeconds(5)));
        assertThat(market)
                .containsExactly(new Sight(FeedName.EXCHANGE_INFO, Event.ANNOUNCEMENT, Duration.ofSeconds(30)));
    }

    private void heardAll() {
        see(FeedName.DEFAULT_SYMBOLS, Scene.shown(DEFAULT_SYMBOLS), NOON);
        see(FeedName.TICKER_PRICE, Scene.shown(TICKER_PRICE), NOON);
        see(FeedName.CALENDAR, Scene.calendar(), NOON);
        see(FeedName.EXCHANGE_INFO, Scene.market(), NOON);
        see(FeedName.SYMBOLS_V2, new FeedObservation.HintsSeen(List.of()), NOON);
    }

    private List<Sight> see(FeedName feed, FeedObservation sighting, Instant at) {
        return race.seen(feed, sighting, at, symbol -> opening);
    }
}
