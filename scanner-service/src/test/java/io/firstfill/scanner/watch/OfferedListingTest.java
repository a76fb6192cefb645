package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.BOOK_TICKER;
import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.watch.Scene.NEWT;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.running;
import static io.firstfill.scanner.watch.Scene.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import org.junit.jupiter.api.Test;

/** A pushed offer shows an opening sooner than asking does, and can start nothing else. */
class OfferedListingTest {
    @Test
    void theFirstOfferAfterTheOpeningIsTheOpeningAndToldOnce() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.at(OPENING.plusMillis(40))
                .offered(NEWT, OPENING.plusMillis(25))
                .offered(NEWT, OPENING.plusMillis(35))
                .see(shown(DEFAULT_SYMBOLS, NEWT));

        TradingOpened opened = scene.only(TradingOpened.class);
        assertThat(opened.source()).isEqualTo(BOOK_TICKER);
        assertThat(opened.seenAt()).isEqualTo(OPENING.plusMillis(40));
        assertThat(scene.awaited()).isEmpty();
    }

    @Test
    void anOfferThatStandsBeforeTheOpeningProvesNothingThenOrLater() {
        Scene scene = running().see(calendar(coin("NEWT", OPENING)));

        scene.at(OPENING.minusSeconds(1)).offered(NEWT, OPENING.minusSeconds(1));
        scene.at(OPENING.plusMillis(40)).offered(NEWT, OPENING.plusMillis(35));

        assertThat(scene.told(TradingOpened.class)).isEmpty();
        assertThat(scene.see(shown(DEFAULT_SYMBOLS, NEWT))
                        .only(TradingOpened.class)
                        .source())
                .isEqualTo(ListingSource.DEFAULT_SYMBOLS);
    }

    @Test
    void anOfferOfAPairNobodyAwaitsStartsNothing() {
        Scene scene = running().offered("WOWUSDT", OPENING);

        assertThat(scene.told(ListingAnnounced.class)).isEmpty();
        assertThat(scene.awaited()).doesNotContainKey(Pair.of("WOW/USDT"));
    }
}
