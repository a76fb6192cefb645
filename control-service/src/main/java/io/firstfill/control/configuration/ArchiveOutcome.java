package io.firstfill.control.configuration;

/** The outcome of archiving a configuration, or of bringing it back. */
public sealed interface ArchiveOutcome {
    /** @param configuration the latest version, as it is now */
    record Done(SavedConfiguration configuration) implements ArchiveOutcome {}

    /** The ledger has no such configuration in the environment. */
    record Unknown() implements ArchiveOutcome {}

    /** Not every service of the deployment knows the command yet. */
    record NotYetKnown() implements ArchiveOutcome {}

    /** The deadline passed: the ledger acted on the command before it, or never will. */
    record NoAnswer() implements ArchiveOutcome {}

    record NotSent() implements ArchiveOutcome {}

    record KeyReused() implements ArchiveOutcome {}
}
