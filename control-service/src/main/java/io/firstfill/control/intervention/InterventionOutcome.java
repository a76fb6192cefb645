package io.firstfill.control.intervention;

/** The outcome of a person's intervention. */
public sealed interface InterventionOutcome {
    /** It is over: the record is acknowledged, or the order's alert has ended. */
    record Done() implements InterventionOutcome {}

    /** The command is recorded; no service has answered yet. */
    record Recorded() implements InterventionOutcome {}

    /** No such record or order waits for a person in this environment. */
    record NothingOpen() implements InterventionOutcome {}

    /** Not every service of this deployment knows the command yet. */
    record NotYetKnown() implements InterventionOutcome {}

    record NotSent() implements InterventionOutcome {}

    record KeyReused() implements InterventionOutcome {}
}
