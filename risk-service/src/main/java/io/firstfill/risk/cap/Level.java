package io.firstfill.risk.cap;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;

/** The use of one cap, beside its limit: {@code CAP_TRADES_PER_HOUR used=10 limit=10}. */
public record Level(Cap cap, Amount used, Amount limit) {
    boolean exceeded() {
        return used.exceeds(limit) || AmountSum.isBeyondDigits(used);
    }

    @Override
    public String toString() {
        return "CAP_" + cap + " used=" + used + " limit=" + limit;
    }
}
