package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms on which one attempt is sent. Whatever the attempt fills costs at most the amount the terms were made for.
 */
public sealed interface Terms {
    /** The number of times the wanted distance that a tick may cost. */
    BigDecimal COARSE = BigDecimal.TEN;

    OrderType type();

    /** The exchange spends up to the amount, at its own prices. */
    record Market(Amount amount) implements Terms {
        public Market {
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public OrderType type() {
            return OrderType.MARKET;
        }
    }

    /** An IOC limit order: takes what is offered up to the price; the exchange cancels the rest at once. */
    record Capped(Quantity quantity, Price price) implements Terms {
        /** Returns what the order costs at most. */
        public Amount worth() {
            return new Amount(quantity.value().multiply(price.value()));
        }

        /** Returns whether price and quantity have no more decimals than these. */
        public boolean fits(int priceDecimals, int quantityDecimals) {
            return price.value().stripTrailingZeros().scale() <= priceDecimals
                    && quantity.value().stripTrailingZeros().scale() <= quantityDecimals;
        }

        public Capped {
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(price, "price");
        }

        @Override
        public OrderType type() {
            return OrderType.IMMEDIATE_OR_CANCEL;
        }
    }

    /**
     * A capped order for the amount; price and quantity are cut to the pair's decimals, never rounded up.
     *
     * @return empty when that leaves nothing to buy, or no price
     */
    static Optional<Terms> capped(Amount amount, Price cap, int priceDecimals, int quantityDecimals) {
        BigDecimal price = cap.value().setScale(priceDecimals, RoundingMode.DOWN);
        if (price.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal quantity = amount.value().divide(price, quantityDecimals, RoundingMode.DOWN);
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(new Capped(new Quantity(quantity), new Price(price)));
    }

    /**
     * The price that stays a part under a stated one, on the pair's tick. Where a tick is so coarse that cutting to it
     * would cost many times that part, the highest tick that the stated price allows is taken instead.
     */
    static Price under(Price stated, BigDecimal part, int priceDecimals) {
        BigDecimal top = stated.value().setScale(priceDecimals, RoundingMode.DOWN);
        BigDecimal kept =
                stated.value().multiply(BigDecimal.ONE.subtract(part)).setScale(priceDecimals, RoundingMode.DOWN);
        BigDecimal least = stated.value().multiply(BigDecimal.ONE.subtract(part.multiply(COARSE)));
        BigDecimal chosen = kept.compareTo(least) < 0 ? top : kept;
        return chosen.signum() > 0 ? new Price(chosen) : stated;
    }
}
