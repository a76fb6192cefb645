package io.firstfill.control.run;

/** The outcome of stopping a run. */
public sealed interface StopOutcome {
    record Stopped(Run run) implements StopOutcome {}

    /** The stop is recorded: the trader has orders in flight, or no trader has confirmed the stop. */
    record Underway(Run run) implements StopOutcome {}

    record UnknownRun() implements StopOutcome {}

    /** The broker did not acknowledge the command, or not in time: perhaps no trader reads the stop. */
    record NotSent() implements StopOutcome {}

    record KeyReused() implements StopOutcome {}
}
