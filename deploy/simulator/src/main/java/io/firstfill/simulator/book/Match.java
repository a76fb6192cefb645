package io.firstfill.simulator.book;

import java.math.BigDecimal;

/** One execution between a resting order (maker) and an incoming order (taker), at the maker's price. */
public record Match(Order maker, Order taker, BigDecimal price, BigDecimal quantity) {

    public BigDecimal amount() {
        return price.multiply(quantity);
    }
}
