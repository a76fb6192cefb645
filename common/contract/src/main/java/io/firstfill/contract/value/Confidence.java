package io.firstfill.contract.value;

/** How sure a signal is that the listing opens. */
public enum Confidence {
    /** Trading has been seen, or the exchange itself gave the opening time. */
    CONFIRMED,
    /** Only the web calendar says so. */
    ANNOUNCED
}
