package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.BOOK_TICKER;
import static io.firstfill.contract.value.ListingSource.CALENDAR;
import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.EXCHANGE_INFO;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.observation.MarketRow.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Listings whose opening is known in advance (FR-003, US2). A pushed offer shows an opening sooner than polling does,
 * and can start nothing else.
 */
class ScheduledListingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aCalendarRowIsAnnouncedAndSignalledWithItsOpeningAndDeadline() {
        WatchFixture fixture = running();

        fixture.after(MINUTE).observe(calendar(coin("NEWT", OPENING)));

        ListingAnnounced announced = fixture.only(ListingAnnounced.class);
        assertThat(announced.pair()).isEqualTo(Pair.of("NEWT/USDT"));
        assertThat(announced.openingTime()).isEqualTo(OPENING);
        assertThat(announced.source()).isEqualTo(CALENDAR);
        ListingSignal signal = fixture.only(ListingSignal.class);
        assertThat(signal.openingTime()).isEqualTo(OPENING);
        assertThat(signal.deadline()).isEqualTo(OPENING.plusSeconds(3));
        assertThat(signal.confidence()).isEqualTo(Confidence.ANNOUNCED);
        assertThat(signal.meta().causationId()).isEqualTo(announced.meta().id());
    }

    @Test
    void calendarAndTickersAreEvidenceOnOneListingThatIsBoughtOnce() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)))
                .at(OPENING.plusMillis(30))
                .observe(shown(DEFAULT_SYMBOLS, NEWT))
                .observe(shown(TICKER_PRICE, NEWT))
                .observe(market(row("NEWT/USDT", Phase.ONLINE, OPENING)))
                .observe(calendar(coin("NEWT", OPENING)));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(1);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
        TradingOpened opened = fixture.only(TradingOpened.class);
        assertThat(opened.source()).isEqualTo(DEFAULT_SYMBOLS);
        assertThat(opened.openingTime()).isEqualTo(OPENING);
        assertThat(fixture.published()).extracting(ListingEvent::listingId).containsOnly(opened.listingId());
    }

    @Test
    void aPairWithOpeningInExchangeInfoIsAListingToo() {
        WatchFixture fixture = running();

        fixture.observe(market(row("NEWT/USDC", Phase.PAUSED, OPENING)));

        assertThat(fixture.only(ListingAnnounced.class).source()).isEqualTo(EXCHANGE_INFO);
        assertThat(fixture.only(ListingSignal.class).confidence()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void whatOpenedLongAgoIsNoNewListing() {
        WatchFixture fixture = running();

        fixture.observe(calendar(coin("PAST", NOON.minus(Duration.ofMinutes(2)))))
                .observe(calendar(coin("BTC", NOON.plus(Duration.ofDays(1)))));

        assertThat(fixture.published()).as("past, or trading already").isEmpty();
    }

    @Test
    void aPairShownBeforeItsTimeIsNeitherOpenNorASurprise() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.after(MINUTE).observe(shown(DEFAULT_SYMBOLS, NEWT));
        fixture.at(OPENING).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.published(TradingOpened.class))
                .as("showing it on time proves nothing")
                .isEmpty();
        fixture.observe(shown(TICKER_PRICE, NEWT));
        assertThat(fixture.only(TradingOpened.class).source()).isEqualTo(TICKER_PRICE);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aSurpriseThatTheExchangeShowsClosedIsStillAwaited() {
        WatchFixture fixture = running().observe(shown(DEFAULT_SYMBOLS, NEWT));

        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(fixture.published(ListingAnnounced.class))
                .extracting(ListingAnnounced::openingTime)
                .containsExactly(null, OPENING);
    }

    @Test
    void aRunThatStartsLaterIsSignalledWhatIsStillAhead() {
        WatchFixture fixture = watching()
                .observe(calendar(coin("NEWT", OPENING), coin("EARLY", NOON.plusSeconds(5))))
                .at(NOON.plusSeconds(6))
                .observe(shown(DEFAULT_SYMBOLS, "EARLYUSDT"));

        fixture.after(MINUTE).run(Messages.configuration());

        assertThat(fixture.only(ListingSignal.class).pair()).isEqualTo(Pair.of("NEWT/USDT"));
        assertThat(fixture.published(ListingSkipped.class)).isEmpty();
    }

    @Test
    void aStoppedRunGetsNothingMoreEvenWhenItsStartIsReplayed() {
        WatchFixture fixture = running();

        fixture.receive(Messages.stop(fixture.now()))
                .receive(Messages.started(Messages.configuration(), fixture.now()))
                .observe(calendar(coin("NEWT", OPENING)));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(1);
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void theVerdictIsPublishedWhenItChangesAndOnlyThen() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(fixture.published(ListingQualified.class))
                .extracting(event -> event.verdict().name())
                .containsExactly("UNCERTAIN", "QUALIFIED");
    }

    @Test
    void anAnswerFromBeforeTheOpeningDoesNotDisqualifyAfterIt() {
        WatchFixture fixture = running()
                .observe(calendar(coin("NEWT", OPENING)))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        fixture.at(OPENING)
                .observe(shown(DEFAULT_SYMBOLS, NEWT))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(fixture.published(ListingQualified.class).getLast().verdict())
                .isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void aPairHaltedAfterItsOpeningIsDisqualified() {
        WatchFixture fixture = running()
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)))
                .at(OPENING)
                .observe(shown(DEFAULT_SYMBOLS, NEWT));

        fixture.at(OPENING.plusSeconds(90)).observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(fixture.published(ListingQualified.class).getLast().reasons())
                .containsExactly("PAUSED");
    }

    @Test
    void theFirstOfferAfterTheOpeningIsTheOpeningAndPublishedOnce() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.at(OPENING.plusMillis(40))
                .offered(NEWT, OPENING.plusMillis(25))
                .offered(NEWT, OPENING.plusMillis(35))
                .observe(shown(DEFAULT_SYMBOLS, NEWT));

        TradingOpened opened = fixture.only(TradingOpened.class);
        assertThat(opened.source()).isEqualTo(BOOK_TICKER);
        assertThat(opened.seenAt()).isEqualTo(OPENING.plusMillis(40));
        assertThat(fixture.book().awaited()).isEmpty();
    }

    @Test
    void anOfferThatStandsBeforeTheOpeningProvesNothingThenOrLater() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.at(OPENING.minusSeconds(1)).offered(NEWT, OPENING.minusSeconds(1));
        fixture.at(OPENING.plusMillis(40)).offered(NEWT, OPENING.plusMillis(35));

        assertThat(fixture.published(TradingOpened.class)).isEmpty();
        assertThat(fixture.observe(shown(DEFAULT_SYMBOLS, NEWT))
                        .only(TradingOpened.class)
                        .source())
                .isEqualTo(DEFAULT_SYMBOLS);
    }

    @Test
    void anOfferOfAPairThatIsNotAwaitedStartsNothing() {
        WatchFixture fixture = running().offered("WOWUSDT", OPENING);

        assertThat(fixture.published(ListingAnnounced.class)).isEmpty();
        assertThat(fixture.book().awaited()).doesNotContainKey(Pair.of("WOW/USDT"));
    }
}
