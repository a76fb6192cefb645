package io.firstfill.trader.exit;

import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A position as its plan sees it.
 *
 * @param bought base bought, less the fees taken of it
 * @param sold base sold so far
 * @param promised base that exits under way, which sell a part each, have not sold yet; it is part of what is left
 * @param ending whether an exit that sells everything is under way
 * @param averagePrice paid, in quote
 * @param openedAt the first fill, by our clock
 */
public record HeldPosition(
        Quantity bought, Quantity sold, Quantity promised, boolean ending, Price averagePrice, Instant openedAt) {
    public HeldPosition {
        Objects.requireNonNull(bought, "bought");
        Objects.requireNonNull(sold, "sold");
        Objects.requireNonNull(promised, "promised");
        Objects.requireNonNull(averagePrice, "averagePrice");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    /** What is left to sell, never less than nothing. */
    public Quantity left() {
        return less(bought, sold);
    }

    /** What no exit under way is to sell. */
    public Quantity free() {
        return less(left(), promised);
    }

    HeldPosition promising(Quantity more) {
        return new HeldPosition(bought, sold, promised.plus(more), ending, averagePrice, openedAt);
    }

    private static Quantity less(Quantity whole, Quantity part) {
        return new Quantity(whole.value().subtract(part.value()).max(BigDecimal.ZERO));
    }
}
