package io.firstfill.scanner.listing;

import static io.firstfill.contract.value.ListingSource.CALENDAR;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.watch.WatchFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves with which quote assets a coin of the calendar, which names none, is expected to open. */
class CalendarQuotesTest {
    private static final Pair USDT = Pair.of("NEWT/USDT");
    private static final Pair USDC = Pair.of("NEWT/USDC");

    @ParameterizedTest
    @ValueSource(strings = {"NEWT/USDC", "NEWT/BTC"})
    void aCoinOpensWithEveryKnownQuoteInWhichTheExchangeShowsItClosed(String pair) {
        WatchFixture fixture = watching().observe(market(row(pair, Phase.PAUSED, null)));

        fixture.observe(calendar(coin("NEWT", OPENING)));

        List<ListingAnnounced> announced = fixture.published(ListingAnnounced.class);
        assertThat(announced).extracting(ListingEvent::pair).containsExactlyInAnyOrder(USDT, Pair.of(pair));
        assertThat(announced).allMatch(one -> one.source() == CALENDAR && OPENING.equals(one.openingTime()));
    }

    @Test
    void aPairThatTradesOrWhoseQuoteIsNotKnownIsNotAnnounced() {
        WatchFixture fixture =
                watching().observe(market(row("NEWT/USDC", Phase.ONLINE, null), row("NEWT/XYZ", Phase.PAUSED, null)));
        fixture.published().clear();

        fixture.observe(calendar(coin("NEWT", OPENING)));

        assertThat(fixture.only(ListingAnnounced.class).pair()).isEqualTo(USDT);
    }

    @Test
    void aPairOnceExpectedStaysWhileTheCalendarHasItsCoin() {
        WatchFixture fixture = watching().observe(market(row("NEWT/USDC", Phase.PAUSED, null)));
        fixture.observe(calendar(coin("NEWT", OPENING))).observe(market());

        for (int answer = 0; answer < 5; answer++) {
            fixture.observe(calendar(coin("NEWT", OPENING)));
        }
        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
        fixture.observe(calendar(coin("NEWT", OPENING.plusSeconds(60))));

        assertThat(fixture.published(ListingRescheduled.class))
                .extracting(ListingEvent::pair)
                .containsExactlyInAnyOrder(USDT, USDC);
        fixture.observe(calendar()).observe(calendar()).observe(calendar());
        assertThat(fixture.published(ListingWithdrawn.class)).hasSize(2);
    }
}
