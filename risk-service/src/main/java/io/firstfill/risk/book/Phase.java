package io.firstfill.risk.book;

/** States whether a run may get permits. */
enum Phase {
    ACTIVE,
    /** The run gets no permits until it is resumed. */
    SUSPENDED,
    /**
     * The run is stopped or stopping. It never gets another permit; its reservations count until each one is returned
     * or its order is final.
     */
    ENDED
}
