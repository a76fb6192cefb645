package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.listing.Hint;
import io.firstfill.scanner.listing.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The website's list of pairs prepares and never starts anything: its readiness is one author's unconfirmed reading. */
class HintTest {

    @Test
    void aHintIsNoListingAndSignalsNothingHoweverReadyItLooks() {
        Scene scene = running();

        Watch.Decision decision = scene.watch().see(hint("NEWT/USDT", OPENING), scene.now(), scene::now);
        scene.at(OPENING.plusSeconds(1));

        assertThat(decision.events()).isEmpty();
        assertThat(scene.told()).isEmpty();
    }

    @Test
    void aNewOneHasTheOthersAskedAndTheWebsiteReadMoreOften() {
        Scene scene = running();

        assertThat(scene.watch()
                        .see(hint("NEWT/USDT", OPENING), scene.now(), scene::now)
                        .hinted())
                .isTrue();
        assertThat(scene.watch().nextOpening(scene.now())).isEqualTo(OPENING);
        assertThat(scene.watch()
                        .see(hint("NEWT/USDT", OPENING), scene.now(), scene::now)
                        .hinted())
                .as("known")
                .isFalse();
        assertThat(scene.watch()
                        .see(hint("NEWT/USDT", OPENING.plusSeconds(60)), scene.now(), scene::now)
                        .hinted())
                .as("moved")
                .isTrue();
    }

    @Test
    void aRowThatIsNotCompleteOrLongOpenHintsAtNothing() {
        Scene scene = running();

        assertThat(scene.watch()
                        .see(hint("NEWT/USDT", null), scene.now(), scene::now)
                        .hinted())
                .isFalse();
        assertThat(scene.watch()
                        .see(hint("OLD/USDT", Scene.NOON.minusSeconds(1)), scene.now(), scene::now)
                        .hinted())
                .isFalse();
        assertThat(scene.watch().nextOpening(scene.now())).isNull();
    }

    @Test
    void aWrongHintDoesNotKeepASurpriseFromBeingOne() {
        Scene scene = running().see(hint("NEWT/USDT", OPENING));

        scene.after(Duration.ofMillis(250)).see(Scene.shown(DEFAULT_SYMBOLS, Scene.NEWT));

        assertThat(scene.only(ListingSignal.class).openingTime()).isNull();
    }

    @Test
    void aSymbolWithAQuoteNobodyListedIsSplitAsTheHintSays() {
        Scene scene = running().see(hint("NEWT/XYZ", OPENING));

        scene.after(Duration.ofMillis(250)).see(Scene.shown(DEFAULT_SYMBOLS, "NEWTXYZ"));

        assertThat(scene.only(ListingSignal.class).pair()).isEqualTo(Pair.of("NEWT/XYZ"));
    }

    private static FeedObservation hint(String pair, @Nullable Instant opening) {
        return new FeedObservation.HintsSeen(List.of(new Hint(Pair.of(pair), opening)));
    }
}
