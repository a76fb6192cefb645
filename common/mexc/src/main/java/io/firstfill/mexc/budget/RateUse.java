package io.firstfill.mexc.budget;

/** What a buy uses the order rate for. */
public enum RateUse {
    /** The probes of an opening in its second, in which it is most likely. */
    AT_OPENING,
    /** The probes of an opening that has not come in its second. */
    LATE
}
