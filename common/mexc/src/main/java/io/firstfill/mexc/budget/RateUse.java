package io.firstfill.mexc.budget;

/** The purpose for which a buy uses the order rate. */
public enum RateUse {
    /** The probes of an opening in its second, in which it is most likely. */
    AT_OPENING,
    /** The probes of an opening that has not come in its second. */
    LATE
}
