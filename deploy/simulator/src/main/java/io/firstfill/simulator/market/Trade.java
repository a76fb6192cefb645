package io.firstfill.simulator.market;

import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;

/** One public trade. */
public record Trade(BigDecimal price, BigDecimal quantity, long timeMillis, Side takerSide) {

    public BigDecimal amount() {
        return price.multiply(quantity);
    }
}
