package io.firstfill.risk.book;

/** Whether a run may get permits. */
enum Phase {
    ACTIVE,
    /** No permits until it is resumed. */
    SUSPENDED,
    /** Stopped or stopping; it never gets another permit, but what it reserved counts until it is settled. */
    ENDED
}
