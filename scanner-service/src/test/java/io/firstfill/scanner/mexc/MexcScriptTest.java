package io.firstfill.scanner.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.Look;
import io.firstfill.scanner.listing.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is rehearsed is what is read in life. */
class MexcScriptTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MexcScript script = new MexcScript();

    @Test
    void itsBodiesAreReadLikeTheExchanges() {
        assertThat(sighting(script.defaultSymbols(List.of("AUSDT", "BUSDT"), NOON)))
                .isEqualTo(new Sighting.SymbolsShown(ListingSource.DEFAULT_SYMBOLS, Set.of("AUSDT", "BUSDT")));
        assertThat(sighting(script.prices(List.of("AUSDT"), NOON)))
                .isEqualTo(new Sighting.SymbolsShown(ListingSource.TICKER_PRICE, Set.of("AUSDT")));
        assertThat(sighting(script.market(List.of("A", "B"), NOON)))
                .isInstanceOfSatisfying(Sighting.MarketSeen.class, market -> {
                    assertThat(market.rows()).hasSize(2);
                    assertThat(market.rows()).allMatch(row -> row.isTrading() && row.rules() != null);
                });
    }

    private static Sighting sighting(Look look) {
        assertThat(look).isInstanceOf(Look.Good.class);
        return ((Look.Good) look).sighting();
    }
}
