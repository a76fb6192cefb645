package io.firstfill.trader.order;

import io.firstfill.contract.value.Amount;
import java.math.BigDecimal;

/** What attempts so far left of a quote amount, and whether another permit and another trade of the hour are worth it. */
public record Rest(Amount whole, Amount spent) {
    /** Nothing when more was spent, which a configuration applied meanwhile may make of it. */
    public Amount amount() {
        return spent.exceeds(whole) ? Amount.ZERO : whole.minus(spent);
    }

    /**
     * @param share of the whole under which it is left alone
     * @param least smallest order the pair takes
     */
    public boolean isWorthwhile(BigDecimal share, Amount least) {
        Amount rest = amount();
        Amount worth = new Amount(whole.value().multiply(share));
        return rest.exceeds(Amount.ZERO) && !worth.exceeds(rest) && !least.exceeds(rest);
    }
}
