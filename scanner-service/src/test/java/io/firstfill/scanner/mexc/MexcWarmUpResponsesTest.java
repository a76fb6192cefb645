package io.firstfill.scanner.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.observation.FeedObservation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The warm-up reads answers like those of the exchange, by the code that reads real ones. */
class MexcWarmUpResponsesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MexcWarmUpResponses responses = new MexcWarmUpResponses();

    @Test
    void itsBodiesAreReadLikeThoseOfTheExchange() {
        assertThat(observation(responses.defaultSymbols(List.of("AUSDT", "BUSDT"), NOON)))
                .isEqualTo(new FeedObservation.SymbolsShown(ListingSource.DEFAULT_SYMBOLS, Set.of("AUSDT", "BUSDT")));
        assertThat(observation(responses.prices(List.of("AUSDT"), NOON)))
                .isInstanceOfSatisfying(FeedObservation.SymbolsShown.class, shown -> {
                    assertThat(shown.source()).isEqualTo(ListingSource.TICKER_PRICE);
                    assertThat(shown.symbols()).containsExactly("AUSDT");
                    assertThat(shown.prices().of(Set.of("AUSDT"))).containsOnlyKeys("AUSDT");
                });
        assertThat(observation(responses.market(List.of("A", "B"), NOON)))
                .isInstanceOfSatisfying(FeedObservation.MarketSeen.class, market -> {
                    assertThat(market.rows()).hasSize(2);
                    assertThat(market.rows()).allMatch(row -> row.isTrading() && row.rules() != null);
                });
    }

    private static FeedObservation observation(PollResult result) {
        assertThat(result).isInstanceOf(PollResult.Good.class);
        return ((PollResult.Good) result).observation();
    }
}
