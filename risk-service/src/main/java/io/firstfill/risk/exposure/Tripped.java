package io.firstfill.risk.exposure;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.Level;
import java.util.Objects;

/**
 * A circuit breaker that has tripped.
 *
 * @param run the run in which it tripped
 */
public record Tripped(Cap cap, CapLevel level, Amount used, Amount limit, RunId run) {
    public Tripped {
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(run, "run");
    }

    static Tripped at(Level reached, RunId run) {
        return new Tripped(reached.cap(), reached.level(), reached.used(), reached.limit(), run);
    }

    /** Returns the numbers at which it tripped. */
    public Level numbers() {
        return new Level(cap, level, used, limit);
    }
}
