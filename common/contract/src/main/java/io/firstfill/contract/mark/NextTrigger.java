package io.firstfill.contract.mark;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.value.Price;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price at which a rule of a plan triggers.
 *
 * @param level index of the take-profit in its plan, from 0; null for every other cause
 * @param price the bid at which it triggers: at or above for a take-profit, at or under for a stop
 */
public record NextTrigger(ExitCause cause, @Nullable Integer level, Price price) {
    public NextTrigger {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(price, "price");
    }
}
