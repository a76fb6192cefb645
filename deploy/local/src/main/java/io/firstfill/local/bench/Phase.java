package io.firstfill.local.bench;

/** What a listing is there to measure. */
enum Phase {
    FIRST_SURPRISE("surprise, first of a life", true),
    FIRST_SCHEDULED("scheduled, first of a life", false),
    /** The pair opens exactly at the announced time. */
    EXACT("exactly at T", false),
    /** The pair opens up to 40 ms after the announced time. */
    LATE("0 to 40 ms late", false),
    SURPRISE("surprise", true);

    private final String label;
    private final boolean surprise;

    Phase(String label, boolean surprise) {
        this.label = label;
        this.surprise = surprise;
    }

    String label() {
        return label;
    }

    boolean surprise() {
        return surprise;
    }
}
