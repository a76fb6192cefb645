package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Hint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The website's list of pairs prepares and starts nothing: that its rows are complete is one author's unconfirmed
 * reading.
 */
class HintTest {

    @Test
    void aHintIsNoListingAndSignalsNothingHoweverReadyItLooks() {
        WatchFixture fixture = running();

        ListingBook.Update update = fixture.update(hint("NEWT/USDT", OPENING));
        fixture.at(OPENING.plusSeconds(1));

        assertThat(update.events()).isEmpty();
        assertThat(fixture.published()).isEmpty();
    }

    @Test
    void aNewHintHasTheOtherFeedsPolledAndTheWebsitePolledMoreOften() {
        WatchFixture fixture = running();

        assertThat(fixture.update(hint("NEWT/USDT", OPENING)).hinted()).isTrue();
        assertThat(fixture.book().nextOpening(fixture.now())).isEqualTo(OPENING);
        assertThat(fixture.update(hint("NEWT/USDT", OPENING)).hinted())
                .as("known")
                .isFalse();
        assertThat(fixture.update(hint("NEWT/USDT", OPENING.plusSeconds(60))).hinted())
                .as("moved")
                .isTrue();
    }

    @Test
    void aRowThatIsNotCompleteOrLongOpenHintsAtNothing() {
        WatchFixture fixture = running();

        assertThat(fixture.update(hint("NEWT/USDT", null)).hinted()).isFalse();
        assertThat(fixture.update(hint("OLD/USDT", Observations.NOON.minusSeconds(1)))
                        .hinted())
                .isFalse();
        assertThat(fixture.book().nextOpening(fixture.now())).isNull();
    }

    @Test
    void aSurpriseIsSignalledDespiteAWrongHint() {
        WatchFixture fixture = running().observe(hint("NEWT/USDT", OPENING));

        fixture.after(Duration.ofMillis(250)).observe(Observations.shown(DEFAULT_SYMBOLS, Observations.NEWT));

        assertThat(fixture.only(ListingSignal.class).openingTime()).isNull();
    }

    @Test
    void aSymbolWithAQuoteNobodyListedIsSplitAsTheHintSays() {
        WatchFixture fixture = running().observe(hint("NEWT/XYZ", OPENING));

        fixture.after(Duration.ofMillis(250)).observe(Observations.shown(DEFAULT_SYMBOLS, "NEWTXYZ"));

        assertThat(fixture.only(ListingSignal.class).pair()).isEqualTo(Pair.of("NEWT/XYZ"));
    }

    private static FeedObservation hint(String pair, @Nullable Instant opening) {
        return new FeedObservation.HintsSeen(List.of(new Hint(Pair.of(pair), opening)));
    }
}
