package io.firstfill.scanner.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Asset;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.scanner.observation.CalendarRow;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Unread;
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
        assertThat(FeedObservations.calendar(new Calendar(List.of(), SkippedRows.NONE), OPENING))
                .isEmpty();
    }

    @Test
    void oneOddNameDoesNotHideTheOtherCoinsAndIsCounted() {
        Calendar calendar = new Calendar(
                List.of(entry("ODD NAME"), entry("newt")), SkippedRows.one("CalendarEntry is unreadable", "WORSE"));

        assertThat(FeedObservations.calendar(calendar, OPENING))
                .contains(new FeedObservation.CalendarSeen(
                        List.of(new CalendarRow(Asset.of("NEWT"), OPENING)),
                        new Unread(2, "CalendarEntry is unreadable", Set.of("WORSE", "ODD NAME"), Set.of())));
    }

    @Test
    void anOpeningInAThousandYearsIsCountedAndAnnouncesNothing() {
        Calendar calendar = new Calendar(
                List.of(
                        new CalendarEntry(null, "FAR", null, Instant.parse("3000-01-01T00:00:00Z"), null),
                        new CalendarEntry(null, "OLD", null, Instant.parse("1970-01-01T00:00:01Z"), null),
                        new CalendarEntry(null, "UNDATED", null, null, null)),
                SkippedRows.NONE);

        FeedObservation.CalendarSeen seen = (FeedObservation.CalendarSeen)
                FeedObservations.calendar(calendar, OPENING).orElseThrow();

        assertThat(seen.rows()).extracting(row -> row.base().code()).containsExactly("OLD");
        assertThat(seen.unread().rows()).isEqualTo(1);
        assertThat(seen.unread().names()).containsExactly("FAR");
    }

    @Test
    void aTickerWithoutAPriceHasNotTraded() {
        List<TickerPrice> answer = List.of(
                new TickerPrice(new MexcSymbol("BTCUSDT"), BigDecimal.TEN),
                new TickerPrice(new MexcSymbol("NEWTUSDT"), null));

        FeedObservation seen = FeedObservations.prices(new Rows<>(answer, SkippedRows.NONE), OPENING)
                .orElseThrow();

        assertThat(((FeedObservation.SymbolsShown) seen).symbols()).containsExactly("BTCUSDT");
    }

    @Test
    void noSymbolsAtAllIsNoObservation() {
        assertThat(FeedObservations.apiSymbols(new ApiSymbols(Set.of(), SkippedRows.NONE), OPENING))
                .isEmpty();
    }

    private static CalendarEntry entry(String name) {
        return new CalendarEntry(null, name, null, OPENING, "NEW");
    }
}
