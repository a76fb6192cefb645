package io.firstfill.benchmark.schedule;

/** The part of the benchmark that a listing belongs to, by what it measures. */
public enum Phase {
    /** The first surprises after the start of the stack. */
    FIRST_SURPRISE("surprise, first after the start", true),
    /** The first scheduled listings after the start of the stack. */
    FIRST_SCHEDULED("scheduled, first after the start", false),
    /** Scheduled: the pair opens exactly at the announced time. */
    EXACT("exactly at T", false),
    /** Scheduled: the pair opens up to 40 ms after the announced time. */
    LATE("0 to 40 ms late", false),
    /** The exchange shows the pair nowhere before it trades. */
    SURPRISE("surprise", true);

    private final String label;
    private final boolean surprise;

    Phase(String label, boolean surprise) {
        this.label = label;
        this.surprise = surprise;
    }

    /** The phase as the report names it. */
    public String label() {
        return label;
    }

    public boolean surprise() {
        return surprise;
    }
}
