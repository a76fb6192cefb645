package io.firstfill.scanner.watch;

import static io.firstfill.scanner.watch.Scene.NOON;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.market;
import static io.firstfill.scanner.watch.Scene.row;
import static io.firstfill.scanner.watch.Scene.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.scanner.listing.MarketRow.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Openings that move, and announcements that go away (FR-003). */
class ChangedListingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aMovedOpeningKeepsTheListingAndItsOneSignal() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));
        Instant later = OPENING.plus(MINUTE);

        scene.see(calendar(coin("NEWT", later))).see(calendar(coin("NEWT", later)));

        ListingRescheduled moved = scene.only(ListingRescheduled.class);
        assertThat(moved.listingId())
                .isEqualTo(scene.only(ListingAnnounced.class).listingId());
        assertThat(moved.previousOpeningTime()).isEqualTo(OPENING);
        assertThat(moved.openingTime()).isEqualTo(later);
        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void anOpeningThatMovesBackIsTwoFacts() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.see(calendar(coin("NEWT", OPENING.plus(MINUTE))))
                .see(calendar(coin("NEWT", OPENING)))
                .see(calendar(coin("NEWT", OPENING.plus(MINUTE))));

        assertThat(scene.told(ListingRescheduled.class))
                .extracting(event -> event.meta().id())
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void theExchangesOwnOpeningCountsWhicheverSourceCameFirst() {
        Instant own = OPENING.plus(MINUTE);

        Scene one = running()
                .see(calendar(coin("NEWT", OPENING)))
                .see(market(row("NEWT/USDT", Phase.PAUSED, own)))
                .see(calendar(coin("NEWT", OPENING)));
        Scene other = running()
                .see(market(row("NEWT/USDT", Phase.PAUSED, own)))
                .see(calendar(coin("NEWT", OPENING)))
                .see(market(row("NEWT/USDT", Phase.PAUSED, own)));

        assertThat(one.watch().nextOpening(NOON)).isEqualTo(own);
        assertThat(other.watch().nextOpening(NOON)).isEqualTo(own);
    }

    @Test
    void anAnnouncementIsWithdrawnOnlyAfterSeveralAnswersWithoutIt() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.see(calendar()).see(calendar());

        assertThat(scene.told(ListingWithdrawn.class)).isEmpty();
        scene.see(calendar());
        assertThat(scene.told(ListingWithdrawn.class)).hasSize(1);
    }

    @Test
    void aRowThatComesBackInBetweenStartsTheCountAgain() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.see(calendar()).see(calendar()).see(calendar(coin("NEWT", OPENING)));
        scene.see(calendar()).see(calendar());

        assertThat(scene.told(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void whatExchangeInfoStillStatesIsNotWithdrawn() {
        Scene scene =
                running().see(calendar(coin("NEWT", OPENING))).see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        scene.see(calendar()).see(calendar()).see(calendar()).see(calendar());

        assertThat(scene.told(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void aWithdrawnListingThatComesBackIsANewOne() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.see(calendar()).see(calendar()).see(calendar()).see(calendar(coin("NEWT", OPENING)));

        assertThat(scene.told(ListingAnnounced.class))
                .extracting(ListingAnnounced::listingId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(scene.told(ListingSignal.class)).hasSize(2);
    }

    @Test
    void aPairThatTradesBeforeItsTimeHasOpenedEarly() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING))).after(Duration.ofSeconds(20));

        scene.see(market(row("NEWT/USDT", Phase.ONLINE, OPENING)));

        assertThat(scene.only(ListingRescheduled.class).openingTime()).isEqualTo(scene.now());
        assertThat(scene.only(TradingOpened.class).openingTime()).isEqualTo(scene.now());
        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aPairThatMayHaveTradedForLongIsNotWaitedFor() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING))).after(Duration.ofMinutes(10));

        scene.see(market(row("NEWT/USDT", Phase.ONLINE, OPENING)));

        assertThat(scene.told(ListingWithdrawn.class)).hasSize(1);
        assertThat(scene.told(TradingOpened.class)).isEmpty();
    }
}
