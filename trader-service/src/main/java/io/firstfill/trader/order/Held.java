package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/** A quantity of a pair's base asset and what it cost in the quote asset. */
public record Held(Quantity quantity, Amount cost) {
    /** Decimals of an average price: more than any listed price has, and as many as the wire format takes. */
    private static final int PRICE_DECIMALS = 18;

    public static final Held NOTHING = new Held(Quantity.ZERO, Amount.ZERO);

    public Held {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(cost, "cost");
    }

    public boolean isNothing() {
        return quantity.isZero();
    }

    /** Empty while nothing is held. */
    public Optional<Price> averagePrice() {
        if (isNothing()) {
            return Optional.empty();
        }
        BigDecimal average = cost.value().divide(quantity.value(), PRICE_DECIMALS, RoundingMode.HALF_UP);
        return average.signum() > 0 ? Optional.of(Price.rounded(average)) : Optional.empty();
    }

    public Held plus(Held more) {
        return new Held(quantity.plus(more.quantity), cost.plus(more.cost));
    }

    /** The same for less, because a fee was taken of it; never less than nothing. */
    public Held without(Quantity fee) {
        BigDecimal left = quantity.value().subtract(fee.value()).max(BigDecimal.ZERO);
        return new Held(new Quantity(left), cost);
    }
}
