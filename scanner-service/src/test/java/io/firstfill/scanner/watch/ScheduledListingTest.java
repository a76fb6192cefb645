package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.CALENDAR;
import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.EXCHANGE_INFO;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.watch.Scene.NEWT;
import static io.firstfill.scanner.watch.Scene.NOON;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.market;
import static io.firstfill.scanner.watch.Scene.row;
import static io.firstfill.scanner.watch.Scene.running;
import static io.firstfill.scanner.watch.Scene.shown;
import static io.firstfill.scanner.watch.Scene.watching;
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
import io.firstfill.scanner.listing.MarketRow.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Listings whose opening is known in advance (FR-003, US2). */
class ScheduledListingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aCalendarRowIsAnnouncedAndSignalledWithItsOpeningAndDeadline() {
        Scene scene = running();

        scene.after(MINUTE).see(calendar(coin("NEWT", OPENING)));

        ListingAnnounced announced = scene.only(ListingAnnounced.class);
        assertThat(announced.pair()).isEqualTo(Pair.of("NEWT/USDT"));
        assertThat(announced.openingTime()).isEqualTo(OPENING);
        assertThat(announced.source()).isEqualTo(CALENDAR);
        ListingSignal signal = scene.only(ListingSignal.class);
        assertThat(signal.openingTime()).isEqualTo(OPENING);
        assertThat(signal.deadline()).isEqualTo(OPENING.plusSeconds(3));
        assertThat(signal.confidence()).isEqualTo(Confidence.ANNOUNCED);
        assertThat(signal.meta().causationId()).isEqualTo(announced.meta().id());
    }

    @Test
    void calendarAndTickersAreEvidenceOnOneListingThatIsBoughtOnce() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)))
                .at(OPENING.plusMillis(30))
                .see(shown(DEFAULT_SYMBOLS, NEWT))
                .see(shown(TICKER_PRICE, NEWT))
                .see(market(row("NEWT/USDT", Phase.ONLINE, OPENING)))
                .see(calendar(coin("NEWT", OPENING)));

        assertThat(scene.told(ListingAnnounced.class)).hasSize(1);
        assertThat(scene.told(ListingSignal.class)).hasSize(1);
        TradingOpened opened = scene.only(TradingOpened.class);
        assertThat(opened.source()).isEqualTo(DEFAULT_SYMBOLS);
        assertThat(opened.openingTime()).isEqualTo(OPENING);
        assertThat(scene.told()).extracting(ListingEvent::listingId).containsOnly(opened.listingId());
    }

    @Test
    void aPairWithOpeningInExchangeInfoIsAListingToo() {
        Scene scene = running();

        scene.see(market(row("NEWT/USDC", Phase.PAUSED, OPENING)));

        assertThat(scene.only(ListingAnnounced.class).source()).isEqualTo(EXCHANGE_INFO);
        assertThat(scene.only(ListingSignal.class).confidence()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void whatOpenedLongAgoIsNoNewListing() {
        Scene scene = running();

        scene.see(calendar(coin("PAST", NOON.minus(Duration.ofMinutes(2)))))
                .see(calendar(coin("BTC", NOON.plus(Duration.ofDays(1)))));

        assertThat(scene.told()).as("past, or trading already").isEmpty();
    }

    @Test
    void aPairShownBeforeItsTimeIsNeitherOpenNorASurprise() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.after(MINUTE).see(shown(DEFAULT_SYMBOLS, NEWT));
        scene.at(OPENING).see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.told(TradingOpened.class))
                .as("showing it on time proves nothing")
                .isEmpty();
        scene.see(shown(TICKER_PRICE, NEWT));
        assertThat(scene.only(TradingOpened.class).source()).isEqualTo(TICKER_PRICE);
        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aSurpriseThatTheExchangeShowsClosedIsStillAwaited() {
        Scene scene = running().see(shown(DEFAULT_SYMBOLS, NEWT));

        scene.see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(scene.told(ListingAnnounced.class))
                .extracting(ListingAnnounced::openingTime)
                .containsExactly(null, OPENING);
    }

    @Test
    void aRunThatStartsLaterIsSignalledWhatIsStillAhead() {
        Scene scene = watching()
                .see(calendar(coin("NEWT", OPENING), coin("EARLY", NOON.plusSeconds(5))))
                .at(NOON.plusSeconds(6))
                .see(shown(DEFAULT_SYMBOLS, "EARLYUSDT"));

        scene.after(MINUTE).run(Scene.configuration());

        assertThat(scene.only(ListingSignal.class).pair()).isEqualTo(Pair.of("NEWT/USDT"));
        assertThat(scene.told(ListingSkipped.class)).isEmpty();
    }

    @Test
    void aStoppedRunIsToldNothingMoreEvenWhenItsStartIsToldAgain() {
        Scene scene = running();

        scene.read(Scene.stop(scene.now()))
                .read(Scene.started(Scene.configuration(), scene.now()))
                .see(calendar(coin("NEWT", OPENING)));

        assertThat(scene.told(ListingAnnounced.class)).hasSize(1);
        assertThat(scene.told(ListingSignal.class)).isEmpty();
    }

    @Test
    void theVerdictIsToldWhenItChangesAndOnlyThen() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.see(market(row("NEWT/USDT", Phase.PAUSED, OPENING))).see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(scene.told(ListingQualified.class))
                .extracting(event -> event.verdict().name())
                .containsExactly("UNCERTAIN", "QUALIFIED");
    }

    @Test
    void anAnswerFromBeforeTheOpeningDoesNotDisqualifyAfterIt() {
        Scene scene =
                running().see(calendar(coin("NEWT", OPENING))).see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        scene.at(OPENING).see(shown(DEFAULT_SYMBOLS, NEWT)).see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(scene.told(ListingQualified.class).getLast().verdict()).isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void aPairHaltedAfterItsOpeningIsDisqualified() {
        Scene scene = running()
                .see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)))
                .at(OPENING)
                .see(shown(DEFAULT_SYMBOLS, NEWT));

        scene.at(OPENING.plusSeconds(90)).see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(scene.told(ListingQualified.class).getLast().reasons()).containsExactly("PAUSED");
    }
}
