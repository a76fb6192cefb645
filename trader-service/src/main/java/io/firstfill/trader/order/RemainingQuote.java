package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import java.math.BigDecimal;

/**
 * The part of a quote amount that the attempts so far have left, and whether it is worth another permit and another
 * trade of the hour.
 *
 * @param whole the quote amount of the configuration
 * @param spent by all attempts so far
 */
public record RemainingQuote(Amount whole, Amount spent) {
    /** Returns what is left; zero when more was spent, which a configuration applied meanwhile may cause. */
    public Amount amount() {
        return spent.exceeds(whole) ? Amount.ZERO : whole.minus(spent);
    }

    /**
     * @param share the part of the whole under which the remainder is left alone
     * @param least smallest order the pair takes, in the quote asset
     */
    public boolean isWorthwhile(BigDecimal share, Amount least) {
        Amount rest = amount();
        Amount worth = Amount.rounded(whole.value().multiply(share));
        return rest.exceeds(Amount.ZERO) && !worth.exceeds(rest) && !least.exceeds(rest);
    }
}
