package io.firstfill.trader.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Price;
import io.firstfill.testkit.Seed;
import io.firstfill.trader.listing.ListingKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves over random markets that a reference price is only lowered once a pair is open. */
class ReferencePricesTest {
    private static final ListingKey KEY = new ListingKey(RunId.derivedFrom("run"), ListingId.derivedFrom("listing"));
    private static final Instant OPENING = Instant.parse("2026-03-01T12:00:00Z");
    private static final Ratio PREMIUM = Ratio.of("0.25");

    @Test
    void afterTheOpeningTheBoundNeverRisesAndNeverExceedsTheFirstTradePlusThePremium() {
        Seed seed = Seed.fixed(11);
        RandomGenerator random = seed.random();
        for (int market = 0; market < 2_000; market++) {
            ReferencePrices references = new ReferencePrices();
            @Nullable Price lowest = null;
            @Nullable Price firstTrade = null;
            for (int step = -3; step < 12; step++) {
                Instant at = OPENING.plusSeconds(step);
                Price seen = new Price(BigDecimal.valueOf(random.nextInt(1, 1_000), 3));
                if (step >= 0 && random.nextInt(3) == 0) {
                    firstTrade = firstTrade == null ? seen : firstTrade;
                    references.traded(KEY, OPENING, firstTrade, at);
                } else {
                    references.offered(KEY, OPENING, seen, step >= 0, at);
                }
                Price bound = references.bound(KEY, OPENING, PREMIUM).orElseThrow();
                if (firstTrade != null) {
                    assertThat(bound).as("%s market %d", seed, market).isLessThanOrEqualTo(with(firstTrade));
                }
                if (step >= 0) {
                    assertThat(lowest == null || bound.compareTo(lowest) <= 0)
                            .as("%s market %d", seed, market)
                            .isTrue();
                    lowest = bound;
                } else {
                    assertThat(bound).as("%s market %d", seed, market).isEqualTo(with(seen));
                }
            }
        }
    }

    private static Price with(Price reference) {
        return new Price(reference.value().multiply(BigDecimal.ONE.add(PREMIUM.value())));
    }
}
