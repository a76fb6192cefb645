package io.firstfill.trader.exit;

import java.util.List;
import java.util.Objects;

/**
 * The answer of a plan: its state from now on, in which the triggers have fired, and the triggers.
 *
 * @param triggers none, one that sells everything, or some levels in ascending order
 */
public record Evaluation(ExitState state, List<ExitTrigger> triggers) {
    public Evaluation {
        Objects.requireNonNull(state, "state");
        triggers = List.copyOf(triggers);
    }
}
