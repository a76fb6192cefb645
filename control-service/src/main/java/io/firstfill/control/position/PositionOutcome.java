package io.firstfill.control.position;

import io.firstfill.control.configuration.Violation;
import java.util.List;

/** The outcome of a command about positions. */
public sealed interface PositionOutcome {
    /** The trader acts on it. */
    record Done() implements PositionOutcome {}

    /** The command is recorded; the trader has not answered yet. */
    record Recorded() implements PositionOutcome {}

    record Invalid(List<Violation> violations) implements PositionOutcome {}

    record Unknown() implements PositionOutcome {}

    /** The position holds nothing that could be sold. */
    record Ended() implements PositionOutcome {}

    /** No position of the environment is open. */
    record NothingOpen() implements PositionOutcome {}

    /** Nothing is sold while the environment is halted. */
    record Halted() implements PositionOutcome {}

    /** There is no plan to cancel. */
    record NoPlan() implements PositionOutcome {}

    /** Not every service of this deployment knows the command yet. */
    record NotYetKnown() implements PositionOutcome {}

    record NotAcknowledged() implements PositionOutcome {}

    record NotSent() implements PositionOutcome {}

    record KeyReused() implements PositionOutcome {}
}
