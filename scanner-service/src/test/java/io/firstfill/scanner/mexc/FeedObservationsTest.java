package io.firstfill.scanner.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Asset;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.scanner.listing.CalendarRow;
import io.firstfill.scanner.listing.FeedObservation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers become observations, except those that show nothing or have changed their shape (FR-003). */
class FeedObservationsTest {
    private static final Instant OPENING = Instant.parse("2026-03-01T13:00:00Z");

    @Test
    void anEmptyCalendarIsNoObservation() {
        assertThat(FeedObservations.calendar(new Calendar(List.of(), 0))).isEmpty();
    }

    @Test
    void aCalendarThatIsMostlyUnreadableHasChangedItsShape() {
        assertThat(FeedObservations.calendar(new Calendar(List.of(entry("NEWT")), 2)))
                .isEmpty();
    }

    @Test
    void oneOddNameDoesNotHideTheOtherCoins() {
        Calendar calendar = new Calendar(List.of(entry("ODD NAME"), entry("newt")), 1);

        assertThat(FeedObservations.calendar(calendar))
                .contains(new FeedObservation.CalendarSeen(List.of(new CalendarRow(Asset.of("NEWT"), OPENING))));
    }

    @Test
    void aTickerWithoutAPriceHasNotTraded() {
        List<TickerPrice> answer = List.of(
                new TickerPrice(new MexcSymbol("BTCUSDT"), BigDecimal.TEN),
                new TickerPrice(new MexcSymbol("NEWTUSDT"), null));

        FeedObservation seen = FeedObservations.prices(answer).orElseThrow();

        assertThat(((FeedObservation.SymbolsShown) seen).symbols()).containsExactly("BTCUSDT");
    }

    @Test
    void noSymbolsAtAllIsNoObservation() {
        assertThat(FeedObservations.apiSymbols(new ApiSymbols(Set.of()))).isEmpty();
    }

    private static CalendarEntry entry(String name) {
        return new CalendarEntry(null, name, null, OPENING, "NEW");
    }
}
