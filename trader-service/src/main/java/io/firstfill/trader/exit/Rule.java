package io.firstfill.trader.exit;

import io.firstfill.contract.exit.ExitCause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a plan.
 *
 * @param level index of a take-profit in its plan, from 0; null for every other rule
 */
public record Rule(ExitCause cause, @Nullable Integer level) {
    public Rule {
        Objects.requireNonNull(cause, "cause");
    }

    static Rule of(ExitCause cause) {
        return new Rule(cause, null);
    }

    static Rule level(int level) {
        return new Rule(ExitCause.TAKE_PROFIT, level);
    }
}
