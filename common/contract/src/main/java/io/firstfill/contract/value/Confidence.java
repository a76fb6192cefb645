package io.firstfill.contract.value;

/** How certain it is that the listing of a signal opens. */
public enum Confidence {
    /** Trading has been observed, or the exchange itself gave the opening time. */
    CONFIRMED,
    /** Only the web calendar announces the opening. */
    ANNOUNCED
}
