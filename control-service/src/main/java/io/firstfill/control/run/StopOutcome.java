package io.firstfill.control.run;

/** What came of stopping a run. */
public sealed interface StopOutcome {
    record Stopped(Run run) implements StopOutcome {}

    /** The stop is on its way: the trader has not said that nothing is in flight, or has not been heard at all. */
    record Underway(Run run) implements StopOutcome {}

    record UnknownRun() implements StopOutcome {}

    /** The broker did not take it, or not in time: nobody may have been told to stop. */
    record NotSent() implements StopOutcome {}

    record KeyReused() implements StopOutcome {}
}
