package io.firstfill.risk.cap;

import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.util.Objects;

/** The limit of one cap at one level; a count is an amount without decimals. */
public record Limit(Cap cap, CapLevel level, Amount amount) {
    public Limit {
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(amount, "amount");
    }
}
