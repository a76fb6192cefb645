package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.PAPER;
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

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.observation.CalendarRow;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.MarketRow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticker is used again: by two coins at once, by a coin that returns, by a pair that was halted (FR-003). */
class RelistingTest {
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(700));
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Pair NEWT_USDT = Pair.of("NEWT/USDT");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofSeveralRowsOfOneSourceTheComingOneCountsInWhateverOrderTheyCome(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WatchFixture fixture = running();
        while (fixture.now().isBefore(OPENING)) {
            fixture.after(Duration.ofSeconds(20 + random.nextInt(60)));
            Phase phase = fixture.now().isBefore(OPENING) ? Phase.PAUSED : Phase.ONLINE;
            List<CalendarRow> coins = shuffled(
                    random,
                    List.of(
                            coin("NEWT", OPENING),
                            coin("NEWT", LONG_AGO),
                            coin("NEWT", OPENING.plus(Duration.ofDays(9)))));
            List<MarketRow> rows = shuffled(
                    random,
                    List.of(
                            row("NEWT/USDT", Phase.OFFLINE, LONG_AGO),
                            row("NEWT/USDT", phase, OPENING),
                            row("NEWT/USDT", Phase.PAUSED, LONG_AGO)));
            fixture.observe(calendar(coins.toArray(CalendarRow[]::new)))
                    .observe(market(rows.toArray(MarketRow[]::new)));
        }
        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        String description = "seed " + seed + ": " + fixture.types();
        assertThat(fixture.published(ListingAnnounced.class)).as(description).hasSize(1);
        assertThat(fixture.published(ListingRescheduled.class)).as(description).isEmpty();
        assertThat(fixture.published(ListingWithdrawn.class)).as(description).isEmpty();
        assertThat(fixture.only(ListingSignal.class).openingTime()).isEqualTo(OPENING);
        assertThat(fixture.published(TradingOpened.class)).as(description).hasSize(1);
    }

    private static <T> List<T> shuffled(SplittableRandom random, List<T> rows) {
        List<T> all = new ArrayList<>(rows);
        List<T> mixed = new ArrayList<>();
        while (!all.isEmpty()) {
            mixed.add(all.remove(random.nextInt(all.size())));
        }
        return mixed;
    }

    @Test
    void anOldCoinThatStillTradesUnderTheTickerDoesNotHideTheComingOne() {
        WatchFixture fixture = running();

        fixture.observe(market(row("NEWT/USDT", Phase.ONLINE, LONG_AGO), row("NEWT/USDT", Phase.PAUSED, OPENING)));
        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING), row("NEWT/USDT", Phase.ONLINE, LONG_AGO)));

        assertThat(fixture.only(ListingAnnounced.class).openingTime()).isEqualTo(OPENING);
        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void anOpeningThatIsLateStaysTheOneAwaitedAlthoughAnotherIsStatedForLater() {
        CalendarRow[] rows = {coin("NEWT", OPENING), coin("NEWT", OPENING.plus(Duration.ofDays(9)))};
        WatchFixture fixture = running().observe(calendar(rows));

        fixture.at(OPENING.plus(Duration.ofMinutes(5))).observe(calendar(rows));

        assertThat(fixture.book().awaited()).containsEntry(NEWT_USDT, OPENING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 365})
    void aPairThatWasHaltedAndIsAnnouncedAgainIsAListing(int days) {
        WatchFixture fixture = running()
                .observe(calendar(coin("NEWT", OPENING)))
                .at(OPENING)
                .observe(market(row("NEWT/USDT", Phase.ONLINE, OPENING)))
                .observe(shown(DEFAULT_SYMBOLS, NEWT));
        Instant again = OPENING.plus(Duration.ofDays(days)).plus(Duration.ofHours(3));

        fixture.at(again.minus(Duration.ofHours(1)))
                .run(Messages.configuration())
                .observeNoChange()
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)))
                .observe(calendar(coin("NEWT", OPENING), coin("NEWT", again)))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, again)));

        assertThat(fixture.published(ListingAnnounced.class))
                .extracting(ListingAnnounced::openingTime)
                .containsExactly(OPENING, again);
        assertThat(fixture.published(ListingSignal.class))
                .extracting(ListingSignal::openingTime)
                .contains(again);
        fixture.at(again).observe(shown(DEFAULT_SYMBOLS, NEWT)).observe(market(row("NEWT/USDT", Phase.ONLINE, again)));
        assertThat(fixture.published(TradingOpened.class)).hasSize(2);
    }

    @Test
    void aHaltedPairThatResumesBeforeItsAnnouncedTimeOpensEarly() {
        WatchFixture fixture = WatchFixture.restarted(NOON, List.of()).run(Messages.configuration());
        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, null))).observeNoChange();
        fixture.observe(calendar(coin("NEWT", OPENING)))
                .after(POLL)
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        fixture.after(POLL).observe(market(row("NEWT/USDT", Phase.ONLINE, OPENING)));

        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
        assertThat(fixture.only(TradingOpened.class).seenAt()).isEqualTo(fixture.now());
    }

    @Test
    void aListingThatNeverOpenedDoesNotSwallowTheOneAYearLater() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));
        Instant again = OPENING.plus(Duration.ofDays(365));

        fixture.at(again.minus(Duration.ofHours(1)))
                .run(Messages.configuration())
                .observe(calendar(coin("NEWT", again)));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(2);
        assertThat(fixture.published(ListingRescheduled.class)).isEmpty();
    }

    @Test
    void aSymbolThatWasGoneFromAllSourcesAndReturnsIsASurpriseWithAnIdOfItsOwn() {
        WatchFixture fixture = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));
        ListingId first = fixture.only(ListingSignal.class).listingId();

        observeGone(fixture);
        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        List<ListingSignal> signals = fixture.published(ListingSignal.class);
        assertThat(signals).hasSize(2);
        assertThat(first).isEqualTo(ListingId.derivedFrom(PAPER, NEWT_USDT, "surprise", 0));
        assertThat(signals.getLast().listingId()).isEqualTo(ListingId.derivedFrom(PAPER, NEWT_USDT, "surprise", 1));
    }

    @Test
    void theIdOfASymbolThatReturnsIsTheSameAfterARestartThatHasForgottenItsFirstListing() {
        WatchFixture before = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));
        observeGone(before);
        Message baseline = before.book().baseline().orElseThrow();

        WatchFixture after = WatchFixture.restarted(before.now(), List.of(baseline))
                .run(Messages.configuration())
                .observeNoChange()
                .after(POLL)
                .observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(after.only(ListingSignal.class).listingId())
                .isEqualTo(ListingId.derivedFrom(PAPER, NEWT_USDT, "surprise", 1));
    }

    @Test
    void aSymbolThatOneSourceStillShowsOrThatOnlyHaltsIsNotGone() {
        WatchFixture fixture = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));
        for (int minute = 0; minute < 200; minute++) {
            fixture.after(Duration.ofMinutes(1))
                    .observe(shown(DEFAULT_SYMBOLS))
                    .observe(shown(TICKER_PRICE))
                    .observe(market(row("NEWT/USDT", Phase.PAUSED, null)));
        }

        fixture.after(POLL).observe(shown(TICKER_PRICE, NEWT));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(1);
    }

    /** Two hours in which every source answers and none has the symbol. */
    private static void observeGone(WatchFixture fixture) {
        for (int minute = 0; minute < 120; minute++) {
            fixture.after(Duration.ofMinutes(1)).observeNoChange();
        }
        fixture.after(POLL).observeNoChange();
    }

    @Test
    void anOldPairThatAShortAnswerLacksIsNotBought() {
        WatchFixture fixture = watching().after(POLL);
        MarketRow[] all = IntStream.range(0, 30)
                .mapToObj(i -> row("A" + i + "/USDT", Phase.ONLINE, null))
                .toArray(MarketRow[]::new);
        fixture.observe(market(all)).observe(shown(DEFAULT_SYMBOLS, "A29USDT")).observe(shown(TICKER_PRICE, "A29USDT"));
        fixture.after(Duration.ofDays(2)).run(Messages.configuration());
        fixture.observe(market(all)).observe(shown(DEFAULT_SYMBOLS, "A29USDT")).observe(shown(TICKER_PRICE, "A29USDT"));
        fixture.published().clear();

        fixture.after(Duration.ofSeconds(20)).observe(market(Arrays.copyOf(all, 20)));
        fixture.observe(calendar(coin("A29", fixture.now().plus(Duration.ofHours(1)))));
        fixture.after(Duration.ofSeconds(20)).observe(market(all));

        assertThat(fixture.published(TradingOpened.class)).isEmpty();
        assertThat(fixture.published(ListingWithdrawn.class)).hasSize(1);
    }
}
