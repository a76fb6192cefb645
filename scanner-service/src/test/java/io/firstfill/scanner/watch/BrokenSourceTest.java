package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.EXCHANGE_INFO;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.observation.CalendarRow;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.observation.Unread;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken source's names are neither bought nor learned in silence, and a true mass listing is still bought. */
class BrokenSourceTest {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static String[] names(int count, String... more) {
        return Stream.concat(IntStream.range(0, count).mapToObj(i -> "X" + i + "USDT"), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void whatASecondSourceConfirmsAtOnceIsBought() {
        WatchFixture fixture = running().after(POLL);
        ListingBook.Update first = fixture.update(shown(DEFAULT_SYMBOLS, names(15)));
        fixture.after(POLL).observe(shown(TICKER_PRICE, names(15)));

        assertThat(first.hinted()).as("the other sources are polled at once").isTrue();
        assertThat(fixture.published(ListingSignal.class)).hasSize(15);
        assertThat(fixture.update(shown(DEFAULT_SYMBOLS, names(15))).defect()).isNull();
    }

    @Test
    void whatNoSecondSourceConfirmsIsSkippedWithThatReasonAndLearned() {
        WatchFixture fixture = running().after(POLL);
        for (int poll = 0; poll < 300; poll++) {
            fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, names(15)));
        }

        assertThat(fixture.published(ListingSignal.class)).isEmpty();
        assertThat(fixture.published(ListingSkipped.class))
                .hasSize(15)
                .allMatch(skipped -> skipped.reason() == SkipReason.NOT_CONFIRMED);
        fixture.observe(shown(TICKER_PRICE, names(15)));
        assertThat(fixture.published(ListingAnnounced.class)).hasSize(15);
    }

    @Test
    void namesThatVanishAgainWereNoListingsAndAreNotLearned() {
        WatchFixture fixture = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, names(15)));
        fixture.after(POLL).observeNoChange();
        assertThat(fixture.published()).isEmpty();

        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, "X3USDT"));

        assertThat(fixture.only(ListingSignal.class).pair().symbol()).isEqualTo("X3USDT");
    }

    @Test
    void aNameThatBecomesKnownInAnotherWayWaitsNoLonger() {
        WatchFixture fixture = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, names(14, NEWT)));
        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING))).observe(shown(TICKER_PRICE, names(14)));

        assertThat(fixture.after(POLL)
                        .update(shown(DEFAULT_SYMBOLS, names(14, NEWT)))
                        .defect())
                .isNull();
    }

    @Test
    void aBrokenAnswerDoesNotMakeTheWaitingNamesYounger() {
        WatchFixture fixture = running().after(POLL);
        Duration most = Messages.configuration().signalMaxAge();
        for (Duration waited = Duration.ZERO; waited.compareTo(most) <= 0; waited = waited.plus(SECOND)) {
            fixture.after(SECOND).observe(shown(DEFAULT_SYMBOLS, names(15)));
        }
        Unread odd = new Unread(50, "odd", Set.of(), Set.of());
        fixture.after(POLL).observe(new FeedObservation.SymbolsShown(DEFAULT_SYMBOLS, Set.of("BTCUSDT"), odd));
        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, names(15))).observe(shown(TICKER_PRICE, names(15)));

        assertThat(fixture.published(ListingSkipped.class))
                .hasSize(15)
                .allMatch(skipped -> skipped.reason() == SkipReason.TOO_OLD);
    }

    @Test
    void aSourceThatInventsNamesIsNeverLearned() {
        WatchFixture fixture = running().after(POLL);
        for (int poll = 0; poll < 300; poll++) {
            fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, names(2000)));
        }
        assertThat(fixture.published()).isEmpty();
        assertThat(fixture.update(shown(DEFAULT_SYMBOLS, names(2000))).defect()).contains("2000 unknown symbols");
    }

    @Test
    void aFeedThatComesBackAfterAPauseWithHundredsOfNamesIsABrokenSource() {
        WatchFixture fixture = running().after(Duration.ofHours(1));

        ListingBook.Update update = fixture.update(shown(DEFAULT_SYMBOLS, names(300)));
        assertThat(update.events()).isEmpty();
        assertThat(update.defect()).contains("300 unknown symbols");

        fixture.observe(shown(TICKER_PRICE, names(300)));
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
        assertThat(fixture.published(ListingSkipped.class))
                .as("confirmed, and open for nobody knows how long")
                .hasSize(300)
                .allMatch(skipped -> skipped.reason() == SkipReason.OPENED_WHILE_BLIND);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aSurpriseOfASourceThatIsWholeIsBoughtWhateverAnotherSourceInvents(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WatchFixture fixture = running().after(POLL);
        for (int poll = 0; poll < 50; poll++) {
            fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS)).observe(shown(TICKER_PRICE, invented(random)));
        }
        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.only(ListingSignal.class).pair().symbol())
                .as("seed %d", seed)
                .isEqualTo(NEWT);
    }

    private static String[] invented(SplittableRandom random) {
        return IntStream.range(0, 20 + random.nextInt(100))
                .mapToObj(
                        i -> "R" + Integer.toString(random.nextInt(1 << 28), 36).toUpperCase(Locale.ROOT) + "USDT")
                .toArray(String[]::new);
    }

    @Test
    void aListOfOneRowIsSaidToBeBrokenAndNothingIsGoneByIt() {
        WatchFixture fixture = running();
        CalendarRow[] coins =
                IntStream.range(0, 20).mapToObj(i -> coin("C" + i, OPENING)).toArray(CalendarRow[]::new);
        fixture.observe(new FeedObservation.CalendarSeen(List.of(coins)));
        assertThat(fixture.book().awaited()).hasSize(20);

        for (int poll = 0; poll < 10; poll++) {
            assertThat(fixture.after(Duration.ofSeconds(5))
                            .update(new FeedObservation.CalendarSeen(List.of(coins[0])))
                            .defect())
                    .contains("shrunk from 20 to 1 rows");
        }

        assertThat(fixture.book().awaited()).hasSize(20);
        assertThat(fixture.update(new FeedObservation.CalendarSeen(List.of(coins)))
                        .defect())
                .isNull();
    }

    @Test
    void aShrunkenListOfPairsTakesNoVerdictAway() {
        WatchFixture fixture = running();
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> row("C" + i + "/USDT", Phase.PAUSED, OPENING))
                .toArray(MarketRow[]::new);
        fixture.observe(market(rows));
        int events = fixture.published().size();

        fixture.after(POLL).observe(market());

        assertThat(fixture.published()).hasSize(events);
    }

    @Test
    void aListingWhoseRowCannotBeReadIsNotWithdrawn() {
        WatchFixture fixture = running().observe(new FeedObservation.CalendarSeen(List.of(coin("NEWT", OPENING))));
        Unread unread = new Unread(1, "CalendarEntry.firstOpenTime is odd", Set.of("NEWT"), Set.of());
        for (int poll = 0; poll < 10; poll++) {
            fixture.after(Duration.ofSeconds(5))
                    .observe(new FeedObservation.CalendarSeen(List.of(coin("A", OPENING), coin("B", OPENING)), unread));
        }

        assertThat(fixture.book().awaited()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"币安人生", "4", "0G", "1000X", "Ж", "ñ"})
    void aCoinOfAnyScriptIsBoughtAsASurpriseAndAsAScheduledListing(String base) {
        WatchFixture surprise = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, base + "USDT"));
        assertThat(surprise.only(ListingSignal.class).pair().base().code()).isEqualToIgnoringCase(base);

        WatchFixture scheduled = running()
                .observe(new FeedObservation.CalendarSeen(List.of(coin(base, OPENING))))
                .observe(market(row(base + "/USDT", Phase.PAUSED, OPENING)));
        assertThat(scheduled.only(ListingSignal.class).openingTime()).isEqualTo(OPENING);
    }

    @Test
    void eachSourceIsJudgedByItself() {
        for (ListingSource source : List.of(DEFAULT_SYMBOLS, TICKER_PRICE)) {
            WatchFixture fixture = running().after(POLL).observe(shown(source, names(15)));
            fixture.after(POLL)
                    .observe(market(IntStream.range(0, 15)
                            .mapToObj(i -> row("X" + i + "/USDT", Phase.ONLINE, null))
                            .toArray(MarketRow[]::new)));
            assertThat(fixture.published(ListingSignal.class))
                    .as("%s confirmed by %s", source, EXCHANGE_INFO)
                    .hasSize(15);
        }
    }
}
