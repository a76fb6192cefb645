package io.firstfill.risk.cap;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The amounts and counts that are measured against the caps, reserved and spent together.
 *
 * @param tradesInHour number of permits reserved and buys of the last 60 minutes, over all runs of the environment; at
 *     least the cap while buys of that hour are unknown
 * @param spend sum of the limits reserved and the amounts bought by the run
 * @param concurrentListings number of permits reserved and buys not final, over all runs of the environment
 * @param spendOnDay sum of the limits reserved and the amounts bought on the UTC day, over all runs of the environment
 * @param openPositions positions held, and permits reserved, each of which may open one
 * @param lossOnDay realised loss of the UTC day
 * @param failures listings in a row that ended with nothing bought
 */
public record Usage(
        long tradesInHour,
        Amount spend,
        int concurrentListings,
        Amount spendOnDay,
        int openPositions,
        Amount lossOnDay,
        int failures) {
    public Usage {
        Objects.requireNonNull(spend, "spend");
        Objects.requireNonNull(spendOnDay, "spendOnDay");
        Objects.requireNonNull(lossOnDay, "lossOnDay");
    }

    /** Returns the usage with one more permit of {@code limit}, which may become a buy and a position. */
    public Usage plusOne(Amount limit) {
        return new Usage(
                tradesInHour + 1,
                AmountSum.plus(spend, limit),
                concurrentListings + 1,
                AmountSum.plus(spendOnDay, limit),
                openPositions + 1,
                lossOnDay,
                failures);
    }

    /** Returns the usage of a run that has bought nothing. */
    public Usage ofNewRun() {
        return new Usage(tradesInHour, Amount.ZERO, concurrentListings, spendOnDay, openPositions, lossOnDay, failures);
    }

    /** Returns what counts against the cap. */
    public Amount of(Cap cap) {
        return switch (cap) {
            case TRADES_PER_HOUR -> count(tradesInHour);
            case SPEND -> spend;
            case CONCURRENT_LISTINGS -> count(concurrentListings);
            case SPEND_PER_DAY -> spendOnDay;
            case OPEN_POSITIONS -> count(openPositions);
            case LOSS_PER_DAY -> lossOnDay;
            case CONSECUTIVE_FAILURES -> count(failures);
        };
    }

    private static Amount count(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }
}
