package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.watch.Scene.NEWT;
import static io.firstfill.scanner.watch.Scene.NOON;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.baseline;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.restarted;
import static io.firstfill.scanner.watch.Scene.running;
import static io.firstfill.scanner.watch.Scene.shown;
import static io.firstfill.scanner.watch.Scene.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A restart, and a second scanner, say nothing twice (FR-003). */
class RestartTest {
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(10));

    @Test
    void aListingSignalledBeforeIsNotSignalledAgain() {
        Scene before = running().see(calendar(coin("NEWT", OPENING)));

        Scene after = restarted(LATER, past(before)).see(calendar(coin("NEWT", OPENING)));

        assertThat(after.told()).isEmpty();
    }

    @Test
    void twoScannersSayTheSameThing() {
        Scene one = running().see(calendar(coin("NEWT", OPENING)));
        Scene other = running().after(Duration.ofSeconds(3)).see(calendar(coin("NEWT", OPENING)));

        assertThat(ids(one)).isEqualTo(ids(other)).isNotEmpty();
    }

    @Test
    void aListingThatMovedWhileNobodyLookedIsMovedOnce() {
        Scene before = running().see(calendar(coin("NEWT", OPENING)));

        Scene after = restarted(LATER, past(before)).see(calendar(coin("NEWT", OPENING.plusSeconds(60))));

        assertThat(after.only(ListingRescheduled.class).previousOpeningTime()).isEqualTo(OPENING);
        assertThat(after.told(ListingSignal.class)).isEmpty();
    }

    @Test
    void ourOwnFactsComingBackOverTheTopicChangeNothing() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));
        List<ListingEvent> echo = List.copyOf(scene.told());
        scene.see(calendar(coin("NEWT", OPENING.plusSeconds(60))));
        int said = scene.told().size();

        echo.forEach(scene::read);
        scene.see(calendar(coin("NEWT", OPENING.plusSeconds(60))));

        assertThat(scene.told()).hasSize(said);
        assertThat(scene.watch().nextOpening(NOON)).isEqualTo(OPENING.plusSeconds(60));
    }

    @Test
    void whatAppearedInTheGapIsAnnouncedAndNeverSignalled() {
        List<Message> past = List.of(started(Scene.configuration(), NOON), baseline(NOON, "BTCUSDT"));

        Scene scene = restarted(LATER, past).see(shown(DEFAULT_SYMBOLS, NEWT)).see(shown(TICKER_PRICE, NEWT));

        assertThat(scene.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.OPENED_WHILE_BLIND);
        assertThat(scene.types()).contains("ListingAnnounced", "TradingOpened").doesNotContain("ListingSignal");
    }

    @Test
    void aQuickRestartIsNoGap() {
        List<Message> past = List.of(started(Scene.configuration(), NOON), baseline(NOON, "BTCUSDT"));

        Scene scene = restarted(NOON.plusSeconds(1), past).see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void theBaselineIsOfferedOnlyWhenEverySourceHasBeenHeard() {
        Scene scene = restarted(NOON, List.of()).see(shown(DEFAULT_SYMBOLS)).see(shown(TICKER_PRICE));
        assertThat(scene.watch().baseline()).isEmpty();

        scene.see(Scene.market());

        assertThat(scene.watch().baseline().orElseThrow().symbols()).containsExactly("BTCUSDT");
    }

    @Test
    void theBaselineRemembersASurprise() {
        Scene scene = running().after(Duration.ofMillis(250)).see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.watch().isBaselineChanged()).isTrue();
        assertThat(scene.watch().baseline().orElseThrow().symbols()).containsExactly("BTCUSDT", NEWT);
    }

    private static List<Message> past(Scene scene) {
        List<Message> past = new ArrayList<>();
        past.add(started(Scene.configuration(), NOON));
        past.addAll(scene.told());
        past.add(baseline(NOON, "BTCUSDT"));
        return past;
    }

    private static List<Object> ids(Scene scene) {
        return scene.told().stream().<Object>map(event -> event.meta().id()).toList();
    }
}
