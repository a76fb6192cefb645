package io.firstfill.trader.sell;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.position.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pair takes of a sell: decimals, and the smallest amount in quote.
 *
 * @param priceDecimals null where the pair's rules are not known: those of the bid count
 */
record SellTerms(int quantityDecimals, @Nullable Integer priceDecimals, BigDecimal minimum) {
    /** Where the rules are not known, what was bought has the decimals that the pair takes. */
    static SellTerms of(Position position, Optional<TradingRules> rules, BigDecimal smallest) {
        return rules.map(known -> new SellTerms(
                        known.quantityDecimals(),
                        known.priceDecimals(),
                        known.minMarketAmount().value()))
                .orElseGet(() -> new SellTerms(
                        Math.max(0, position.boughtDecimals()), null, smallest));
    }

    /** The quantity rounded down to what the pair takes, with some decimals less after as many refusals. */
    Quantity rounded(BigDecimal quantity, int refusals) {
        return new Quantity(quantity.setScale(Math.max(0, quantityDecimals - refusals), RoundingMode.DOWN));
    }

    /** Returns whether an order of the quantity is too small for the pair; by its quantity alone without a price. */
    boolean isTooSmall(Quantity quantity, @Nullable Price price) {
        return quantity.isZero()
                || (price != null && quantity.value().multiply(price.value()).compareTo(minimum) < 0);
    }

    /** The lowest price that stays a part under a price, rounded up to what the pair takes. */
    Price under(Price price, BigDecimal part) {
        int decimals = priceDecimals == null ? Math.max(0, price.value().stripTrailingZeros().scale()) : priceDecimals;
        BigDecimal exact = price.value().multiply(BigDecimal.ONE.subtract(part));
        return new Price(exact.setScale(decimals, RoundingMode.UP));
    }

    static Amount worth(Quantity quantity, Price price) {
        return Amount.rounded(quantity.value().multiply(price.value()));
    }
}
