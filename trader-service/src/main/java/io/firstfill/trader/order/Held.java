package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/** What is held of a pair, and what it cost. */
public record Held(Quantity quantity, Amount cost) {
    /** More digits than any listed price has, and no more than the wire format takes. */
    private static final int PRICE_DECIMALS = 18;

    public static final Held NOTHING = new Held(Quantity.ZERO, Amount.ZERO);

    public Held {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(cost, "cost");
    }

    boolean isNothing() {
        return quantity.isZero();
    }

    /** Empty while nothing is held. */
    Optional<Price> averagePrice() {
        if (isNothing()) {
            return Optional.empty();
        }
        BigDecimal average = cost.value().divide(quantity.value(), PRICE_DECIMALS, RoundingMode.HALF_UP);
        return average.signum() > 0 ? Optional.of(new Price(average)) : Optional.empty();
    }

    Held plus(Held more) {
        return new Held(quantity.plus(more.quantity), cost.plus(more.cost));
    }
}
