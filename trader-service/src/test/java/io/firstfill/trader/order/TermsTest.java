package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** SC-004: proves for random numbers that all attempts of a buy together never spend more than its quote amount. */
class TermsTest {
    private static final int CASES = 20_000;

    @Test
    void aCappedBuyCostsAtMostItsAmountAndLeavesLessThanOneStep() {
        Random random = new Random(20261122);
        for (int i = 0; i < CASES; i++) {
            Amount amount = new Amount(decimal(random, 9, 4));
            Price cap = new Price(decimal(random, 12, 10));
            int priceDecimals = random.nextInt(11);
            int quantityDecimals = random.nextInt(9);

            Terms.capped(amount, cap, priceDecimals, quantityDecimals).ifPresent(terms -> {
                Terms.Capped capped = (Terms.Capped) terms;
                BigDecimal price = capped.price().value();
                BigDecimal quantity = capped.quantity().value();
                BigDecimal step = BigDecimal.ONE.movePointLeft(quantityDecimals);
                assertThat(price).isLessThanOrEqualTo(cap.value());
                assertThat(price.scale()).isLessThanOrEqualTo(priceDecimals);
                assertThat(quantity.scale()).isLessThanOrEqualTo(quantityDecimals);
                assertThat(quantity.multiply(price)).isLessThanOrEqualTo(amount.value());
                assertThat(quantity.add(step).multiply(price)).isGreaterThan(amount.value());
            });
        }
    }

    /** Every attempt asks for what the attempts before have left, and is filled up to any part, the whole included. */
    @Test
    void anyChainOfAttemptsSpendsAtMostTheAmount() {
        Random random = new Random(30010);
        for (int i = 0; i < CASES; i++) {
            Amount amount = new Amount(decimal(random, 6, 2));
            Price cap = new Price(decimal(random, 6, 4));
            BigDecimal spent = BigDecimal.ZERO;
            for (int attempt = 1; attempt <= 3; attempt++) {
                Amount rest = new RemainingQuote(amount, new Amount(spent)).amount();
                Optional<Terms> terms = rest.exceeds(Amount.ZERO) ? Terms.capped(rest, cap, 4, 2) : Optional.empty();
                if (terms.isEmpty()) {
                    break;
                }
                Terms.Capped capped = (Terms.Capped) terms.get();
                BigDecimal part = BigDecimal.valueOf(random.nextInt(11), 1);
                spent = spent.add(capped.quantity()
                        .value()
                        .multiply(part)
                        .multiply(capped.price().value()));
                cap = new Price(cap.value().multiply(new BigDecimal("0.9")));
            }
            assertThat(spent).isLessThanOrEqualTo(amount.value());
        }
    }

    @Test
    void aPriceOrQuantityThatRoundsToNothingIsNoOrder() {
        assertThat(Terms.capped(Amount.of("50"), Price.of("0.00004"), 4, 2)).isEmpty();
        assertThat(Terms.capped(Amount.of("1"), Price.of("1000"), 2, 2)).isEmpty();
    }

    private static BigDecimal decimal(Random random, int digits, int scale) {
        int bits = Math.max(1, random.nextInt(digits * 3));
        return new BigDecimal(new BigInteger(bits, random).add(BigInteger.ONE), random.nextInt(scale + 1));
    }
}
