package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ExchangeOrderId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as the exchange showed it.
 *
 * @param spent quote amount of what is filled
 */
public record Sighting(ExchangeOrderId id, Status status, Quantity filled, Amount spent) {
    /** More digits than any listed price has, and no more than the wire format takes. */
    private static final int PRICE_DECIMALS = 18;

    /** How far the exchange says it is. */
    public enum Status {
        OPEN,
        FILLED,
        CANCELED
    }

    public Sighting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(spent, "spent");
    }

    /** Cancelled with nothing filled. */
    public boolean isEmptyHanded() {
        return status == Status.CANCELED && filled.isZero();
    }

    /** Empty while nothing is filled. */
    Optional<Price> averagePrice() {
        if (filled.isZero()) {
            return Optional.empty();
        }
        BigDecimal average = spent.value().divide(filled.value(), PRICE_DECIMALS, RoundingMode.HALF_UP);
        return average.signum() > 0 ? Optional.of(new Price(average)) : Optional.empty();
    }
}
