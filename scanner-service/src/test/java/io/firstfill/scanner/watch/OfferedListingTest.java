package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.BOOK_TICKER;
import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import org.junit.jupiter.api.Test;

/** A pushed offer shows an opening sooner than polling does, and can start nothing else. */
class OfferedListingTest {
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
                .isEqualTo(ListingSource.DEFAULT_SYMBOLS);
    }

    @Test
    void anOfferOfAPairThatIsNotAwaitedStartsNothing() {
        WatchFixture fixture = running().offered("WOWUSDT", OPENING);

        assertThat(fixture.published(ListingAnnounced.class)).isEmpty();
        assertThat(fixture.book().awaited()).doesNotContainKey(Pair.of("WOW/USDT"));
    }
}
