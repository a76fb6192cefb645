package io.firstfill.mexc.budget;

/**
 * The part of the order rate that some buys divide among themselves evenly. What follows the probes of these buys, such
 * as the capped order after a market order, is part of it.
 *
 * @param orders orders in any second of all these buys together; at least 1
 * @param buys at least 1
 */
public record RateShare(int orders, int buys) {
    public RateShare {
        if (orders < 1 || buys < 1) {
            throw new IllegalArgumentException("A share of the order rate is positive: " + orders + " of " + buys);
        }
    }

    /**
     * Divides a limit among the buys at their openings.
     *
     * @param late buys that are late, of which each has one order a second, together no more than half
     * @param buys that divide the rest
     */
    static RateShare of(int limit, int late, int buys) {
        return new RateShare(Math.max(1, limit - Math.min(late, limit / 2)), Math.max(1, buys));
    }

    /** The part of late buys in the second of another opening: one order each, together no more than half. */
    static RateShare ofLate(int limit, int late) {
        int half = Math.max(1, limit / 2);
        return late <= half ? new RateShare(1, 1) : new RateShare(half, late);
    }

    boolean isLessThan(RateShare other) {
        return orders * other.buys < other.orders * buys;
    }
}
