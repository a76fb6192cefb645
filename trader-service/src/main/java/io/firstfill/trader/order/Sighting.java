package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as the exchange showed it.
 *
 * @param spent quote amount of what is filled
 */
public record Sighting(ExchangeOrderId id, Status status, Quantity filled, Amount spent) {
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

    /** Shown with fills alone and not again: no order of ours rests at the exchange, so it has ended with them. */
    public Sighting ended(Terms terms) {
        boolean whole =
                switch (terms) {
                    case Terms.Market market -> !market.amount().exceeds(spent);
                    case Terms.Capped capped -> capped.quantity().compareTo(filled) <= 0;
                };
        return new Sighting(id, whole ? Status.FILLED : Status.CANCELED, filled, spent);
    }

    /** Empty while nothing is filled. */
    Optional<Price> averagePrice() {
        return new Held(filled, spent).averagePrice();
    }
}
