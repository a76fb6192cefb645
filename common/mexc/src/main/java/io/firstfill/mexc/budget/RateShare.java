package io.firstfill.mexc.budget;

import java.time.Instant;
import java.util.Collection;

/**
 * The part of the order rate that some buys divide among themselves evenly. What follows the probes of these buys, such
 * as the capped order after a market order, is part of it.
 *
 * @param orders orders in any second of all these buys together; at least 1
 * @param buys at least 1
 */
public record RateShare(int orders, int buys) {
    /** The part of late buys in the second of another opening. */
    static final RateShare LEAST = new RateShare(1, 1);

    public RateShare {
        if (orders < 1 || buys < 1) {
            throw new IllegalArgumentException("A share of the order rate is positive: " + orders + " of " + buys);
        }
    }

    /**
     * Divides a limit among the buys of the accounts; at their openings they leave one order a second to each buy that
     * is late.
     */
    static RateShare of(int limit, RateUse use, Collection<AccountBudget> accounts, Instant now) {
        int late = use == RateUse.LATE ? 0 : buys(RateUse.LATE, accounts, now);
        return new RateShare(Math.max(1, limit - late), Math.max(1, buys(use, accounts, now)));
    }

    private static int buys(RateUse use, Collection<AccountBudget> accounts, Instant now) {
        return accounts.stream().mapToInt(account -> account.buys(use, now)).sum();
    }

    boolean isLessThan(RateShare other) {
        return orders * other.buys < other.orders * buys;
    }
}
