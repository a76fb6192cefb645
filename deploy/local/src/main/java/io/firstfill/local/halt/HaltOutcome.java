package io.firstfill.local.halt;

/** The end of a halt, with the exit code of {@code deploy/halt}. */
enum HaltOutcome {
    /** Risk has confirmed HALTED. */
    CONFIRMED(0),
    /** Kafka did not take the command, or did not say that it did. */
    NOT_WRITTEN(1),
    /** Nothing was written: the arguments are wrong, or there is no such environment. */
    REFUSED(2),
    /** The command is written, so the trader obeys it; risk has not confirmed it in time. */
    UNCONFIRMED(3);

    private final int exitCode;

    HaltOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
