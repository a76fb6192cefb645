package io.firstfill.local.bench;

/** A moment in the life of a buy: ours from the ledger's timeline, the first and the last from the exchange's log. */
enum Step {
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

    Step(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
