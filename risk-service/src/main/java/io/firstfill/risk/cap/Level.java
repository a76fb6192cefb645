package io.firstfill.risk.cap;

import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The use of one cap, beside its limit: {@code CAP_TRADES_PER_HOUR used=10 limit=10 level=RUN}. */
public record Level(Cap cap, CapLevel level, Amount used, Amount limit) {
    private static final BigDecimal NEAR = new BigDecimal("0.8");

    public Level {
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }

    boolean exceeded() {
        return used.exceeds(limit) || AmountSum.isBeyondDigits(used);
    }

    /** Returns whether a circuit breaker trips: at its limit, not only beyond it. */
    boolean trips() {
        return used.exceeds(Amount.ZERO) && !limit.exceeds(used);
    }

    /** Returns whether 80 % of the limit or more are used. */
    public boolean isNear() {
        return used.exceeds(Amount.ZERO) && used.value().compareTo(limit.value().multiply(NEAR)) >= 0;
    }

    /** @param until when time alone allows one more permit; null where that is not known */
    public CapNumbers numbers(@Nullable Instant until) {
        return new CapNumbers(cap, level, used.toString(), limit.toString(), until);
    }

    @Override
    public String toString() {
        return "CAP_" + cap + " used=" + used + " limit=" + limit + " level=" + level;
    }
}
