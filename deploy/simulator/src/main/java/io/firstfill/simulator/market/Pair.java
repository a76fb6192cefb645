package io.firstfill.simulator.market;

import io.firstfill.simulator.book.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The terms of a pair, as exchangeInfo publishes them.
 *
 * @param baseScale decimals of a quantity
 * @param priceScale decimals of a price
 * @param minAmount least quote amount of an order (published as {@code quoteAmountPrecision})
 * @param minQuantity least base quantity (published as {@code baseSizePrecision})
 * @param orderTypes the published ones; IOC and FOK are accepted without being listed
 */
public record Pair(
        String base,
        String quote,
        String fullName,
        int baseScale,
        int priceScale,
        BigDecimal minAmount,
        BigDecimal minAmountMarket,
        BigDecimal minQuantity,
        BigDecimal maxAmount,
        BigDecimal maxAmountMarket,
        List<OrderType> orderTypes) {

    public static final List<OrderType> USUAL_TYPES = List.of(OrderType.LIMIT, OrderType.MARKET, OrderType.LIMIT_MAKER);

    public Pair {
        if (baseScale < 0 || priceScale < 0) {
            throw new IllegalArgumentException("a scale is not negative");
        }
        orderTypes = List.copyOf(orderTypes);
    }

    /** A pair with the limits that most pairs of the exchange have. */
    public static Pair usual(String base, String quote, int baseScale, int priceScale) {
        return new Pair(
                base,
                quote,
                base,
                baseScale,
                priceScale,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(2_000_000),
                new BigDecimal(100_000),
                USUAL_TYPES);
    }

    public String symbol() {
        return base + quote;
    }

    public BigDecimal tick() {
        return BigDecimal.ONE.movePointLeft(priceScale);
    }

    /** Rounds a price down to a whole tick. */
    public BigDecimal priceBelow(BigDecimal price) {
        return price.setScale(priceScale, RoundingMode.DOWN);
    }

    /** Rounds a price up to a whole tick. */
    public BigDecimal priceAbove(BigDecimal price) {
        return price.setScale(priceScale, RoundingMode.UP);
    }

    /** The quantity that an amount buys at a price, rounded down to {@code baseScale} decimals. */
    public BigDecimal quantityFor(BigDecimal amount, BigDecimal price) {
        return amount.divide(price, baseScale, RoundingMode.DOWN);
    }
}
