package io.firstfill.contract.configuration;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a position ends; at least one of the first four. The first that triggers wins, and the rest goes
 * on for what is left.
 *
 * @param takeProfits at most 10, in ascending order; their shares add up to 1 at most
 * @param longestHolding from 1 s to 30 days after the first fill, whatever the price
 * @param floor lowest price of a sell, as a fraction of the best bid, over 0 and at most 1; null for market orders
 * @param atStop what becomes of the positions when the run is stopped
 */
public record ExitPlan(
        List<TakeProfit> takeProfits,
        @Nullable StopLoss stopLoss,
        @Nullable TrailingStop trailingStop,
        @Nullable Duration longestHolding,
        @Nullable Ratio floor,
        AtStop atStop) {
    private static final int MAX_TAKE_PROFITS = 10;

    public ExitPlan {
        takeProfits = List.copyOf(takeProfits);
        Objects.requireNonNull(atStop, "atStop");
        if (takeProfits.isEmpty() && stopLoss == null && trailingStop == null && longestHolding == null) {
            throw new IllegalArgumentException("an exit plan must have a rule");
        }
        requireLadder(takeProfits);
        if (longestHolding != null) {
            require("longestHolding", longestHolding, Duration.ofSeconds(1), Duration.ofDays(30));
        }
        if (floor != null && !floor.isShare()) {
            throw new IllegalArgumentException("floor must be over 0 and at most 1");
        }
    }

    private static void requireLadder(List<TakeProfit> levels) {
        if (levels.size() > MAX_TAKE_PROFITS) {
            throw new IllegalArgumentException("takeProfits must have at most " + MAX_TAKE_PROFITS + " levels");
        }
        BigDecimal shares = BigDecimal.ZERO;
        BigDecimal last = BigDecimal.ZERO;
        for (TakeProfit level : levels) {
            if (level.above().value().compareTo(last) <= 0) {
                throw new IllegalArgumentException("takeProfits must be in ascending order");
            }
            last = level.above().value();
            shares = shares.add(level.share().value());
        }
        if (shares.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("shares of takeProfits must add up to 1 at most");
        }
    }

    static void requireFall(Ratio below) {
        if (!below.isShare() || below.value().compareTo(BigDecimal.ONE) == 0) {
            throw new IllegalArgumentException("below must be over 0 and under 1");
        }
    }

    static void require(String field, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(field + " must be from " + least + " to " + most);
        }
    }
}
