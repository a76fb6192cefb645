package io.firstfill.contract.listing;

/** Whether a listing can be bought through the API. */
public enum Verdict {
    /** Nothing known speaks against it. */
    QUALIFIED,
    /** The exchange does not show the pair yet. */
    UNCERTAIN,
    /** It cannot be bought; the reasons say why. */
    DISQUALIFIED
}
