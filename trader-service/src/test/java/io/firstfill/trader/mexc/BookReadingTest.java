package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Price;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.DepthLevel;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.trader.order.Venue.Decimals;
import io.firstfill.trader.order.Venue.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The digits of a book are the decimals that an order may have. */
class BookReadingTest {
    private static final Timing TIMING = new Timing(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    @Test
    void theMostDigitsOfAnyLevelOnEitherSideCount() {
        Depth book = book(levels("0.051 120", "0.0525 80.5"), levels("0.05 9", "0.0481 3.25"));

        assertThat(AnswerReading.bestOffer(answered(book))).contains(new Offer(Price.of("0.051"), new Decimals(4, 2)));
    }

    @Test
    void zerosAtTheEndAreNoDecimalsOfThePair() {
        Depth book = book(levels("0.05100000 120.0000", "1e2 5e1"), List.of());

        assertThat(AnswerReading.bestOffer(answered(book))).contains(new Offer(Price.of("0.051"), new Decimals(3, 0)));
    }

    @Test
    void aBookWithoutOffersTellsNothing() {
        assertThat(AnswerReading.bestOffer(answered(book(List.of(), levels("0.05 9")))))
                .isEmpty();
    }

    private static MexcResult<Depth> answered(Depth book) {
        return new MexcResult.Answer<>(book, TIMING);
    }

    private static Depth book(List<DepthLevel> asks, List<DepthLevel> bids) {
        return new Depth(bids, asks, SkippedRows.NONE);
    }

    private static List<DepthLevel> levels(String... levels) {
        return Arrays.stream(levels)
                .map(level -> level.split(" "))
                .map(parts -> new DepthLevel(new BigDecimal(parts[0]), new BigDecimal(parts[1])))
                .toList();
    }
}
