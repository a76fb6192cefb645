package io.firstfill.simulator.book;

import java.math.BigDecimal;

/** One execution: the maker's price, the taker's initiative. */
public record Match(Order maker, Order taker, BigDecimal price, BigDecimal quantity) {

    public BigDecimal amount() {
        return price.multiply(quantity);
    }
}
