package io.firstfill.scanner.watch;

import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.scanner.observation.MarketRow.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Openings move, and announcements are withdrawn when no source states them any more (FR-003). */
class ChangedListingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aMovedOpeningKeepsTheListingAndItsOneSignal() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));
        Instant later = OPENING.plus(MINUTE);

        fixture.observe(calendar(coin("NEWT", later))).observe(calendar(coin("NEWT", later)));

        ListingRescheduled moved = fixture.only(ListingRescheduled.class);
        assertThat(moved.listingId())
                .isEqualTo(fixture.only(ListingAnnounced.class).listingId());
        assertThat(moved.previousOpeningTime()).isEqualTo(OPENING);
        assertThat(moved.openingTime()).isEqualTo(later);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void anOpeningThatMovesBackIsAnotherEvent() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.observe(calendar(coin("NEWT", OPENING.plus(MINUTE))))
                .observe(calendar(coin("NEWT", OPENING)))
                .observe(calendar(coin("NEWT", OPENING.plus(MINUTE))));

        assertThat(fixture.published(ListingRescheduled.class))
                .extracting(event -> event.meta().id())
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void theExchangesOwnOpeningCountsWhicheverSourceCameFirst() {
        Instant own = OPENING.plus(MINUTE);

        WatchFixture one = running()
                .observe(calendar(coin("NEWT", OPENING)))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, own)))
                .observe(calendar(coin("NEWT", OPENING)));
        WatchFixture other = running()
                .observe(market(row("NEWT/USDT", Phase.PAUSED, own)))
                .observe(calendar(coin("NEWT", OPENING)))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, own)));

        assertThat(one.book().nextOpening(NOON)).isEqualTo(own);
        assertThat(other.book().nextOpening(NOON)).isEqualTo(own);
    }

    @Test
    void anAnnouncementIsWithdrawnOnlyAfterSeveralAnswersWithoutIt() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.observe(calendar()).observe(calendar());

        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
        fixture.observe(calendar());
        assertThat(fixture.published(ListingWithdrawn.class)).hasSize(1);
    }

    @Test
    void aRowThatComesBackInBetweenStartsTheCountAgain() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.observe(calendar()).observe(calendar()).observe(calendar(coin("NEWT", OPENING)));
        fixture.observe(calendar()).observe(calendar());

        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void whatExchangeInfoStillStatesIsNotWithdrawn() {
        WatchFixture fixture = running()
                .observe(calendar(coin("NEWT", OPENING)))
                .observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        fixture.observe(calendar()).observe(calendar()).observe(calendar()).observe(calendar());

        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
    }

    @Test
    void aWithdrawnListingThatComesBackIsANewOne() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.observe(calendar()).observe(calendar()).observe(calendar()).observe(calendar(coin("NEWT", OPENING)));

        assertThat(fixture.published(ListingAnnounced.class))
                .extracting(ListingAnnounced::listingId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(fixture.published(ListingSignal.class)).hasSize(2);
    }

    @Test
    void aPairThatTradesBeforeItsTimeHasOpenedEarly() {
        WatchFixture fixture =
                running().observe(calendar(coin("NEWT", OPENING))).after(Duration.ofSeconds(20));

        fixture.observe(market(row("NEWT/USDT", Phase.ONLINE, OPENING)));

        assertThat(fixture.only(ListingRescheduled.class).openingTime()).isEqualTo(fixture.now());
        assertThat(fixture.only(TradingOpened.class).openingTime()).isEqualTo(fixture.now());
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aPairThatMayHaveTradedForLongIsNotWaitedFor() {
        WatchFixture fixture =
                running().observe(calendar(coin("NEWT", OPENING))).after(Duration.ofMinutes(10));

        fixture.observe(market(row("NEWT/USDT", Phase.ONLINE, OPENING)));

        assertThat(fixture.published(ListingWithdrawn.class)).hasSize(1);
        assertThat(fixture.published(TradingOpened.class)).isEmpty();
    }
}
