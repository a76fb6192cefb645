package io.firstfill.benchmark.result;

/**
 * A time in the course of a buy. True open and received come from the exchange's log, all others from the order's
 * timeline in the ledger. The names in lower case are column names of the raw samples.
 */
public enum TimelinePoint {
    TRUE_OPEN("true open"),
    OPENING("announced opening"),
    DETECTED("detected"),
    SIGNALED("signal published"),
    CONSUMED("consumed"),
    FIRED("fired"),
    DURABLE("OrderSubmitted durable"),
    WRITTEN("written"),
    RECEIVED("received"),
    ANSWERED("answered"),
    FILLED("fill known");

    private final String label;

    TimelinePoint(String label) {
        this.label = label;
    }

    /** The point as the report names it. */
    public String label() {
        return label;
    }
}
