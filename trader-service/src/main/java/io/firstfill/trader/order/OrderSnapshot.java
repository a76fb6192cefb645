package io.firstfill.trader.order;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as the exchange has shown it at one moment.
 *
 * @param spent quote amount of what is filled
 */
public record OrderSnapshot(ExchangeOrderId id, Status status, Quantity filled, Amount spent) {
    /** The states of an order, in the exchange's words. */
    public enum Status {
        OPEN,
        FILLED,
        CANCELED,
        /** A word that we do not know: the order is asked about again, and a person is alerted. */
        UNKNOWN
    }

    public OrderSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(spent, "spent");
    }

    /** Returns whether the exchange says that nothing more will happen to the order. */
    public boolean isFinal() {
        return status == Status.FILLED || status == Status.CANCELED;
    }

    /**
     * Returns whether the snapshot is the end of the order, with all its figures. A fill without an amount, or an
     * amount without a fill, cannot be published: the exchange is asked again.
     */
    public boolean isConclusive() {
        boolean nothing = filled.isZero() && !spent.exceeds(Amount.ZERO);
        return isFinal() && (averagePrice().isPresent() || (nothing && status == Status.CANCELED));
    }

    /** Returns whether the order was cancelled with nothing filled. */
    public boolean isEmptyHanded() {
        return status == Status.CANCELED && filled.isZero();
    }

    /**
     * The final form of an order that only its trades show: no order of ours rests at the exchange, so that it has
     * ended with them.
     */
    public OrderSnapshot ended(Terms terms) {
        boolean whole =
                switch (terms) {
                    case Terms.Market market -> !market.amount().exceeds(spent);
                    case Terms.Capped capped -> capped.quantity().compareTo(filled) <= 0;
                };
        return new OrderSnapshot(id, whole ? Status.FILLED : Status.CANCELED, filled, spent);
    }

    /** The average price paid; empty while nothing is filled. */
    Optional<Price> averagePrice() {
        return new Held(filled, spent).averagePrice();
    }
}
