package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a pair is, as exchangeInfo publishes it.
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

    BigDecimal priceBelow(BigDecimal price) {
        return price.setScale(priceScale, RoundingMode.DOWN);
    }

    BigDecimal priceAbove(BigDecimal price) {
        return price.setScale(priceScale, RoundingMode.UP);
    }

    BigDecimal wholeSteps(BigDecimal amount, BigDecimal price) {
        return amount.divide(price, baseScale, RoundingMode.DOWN);
    }
}
