package io.firstfill.contract.listing;

/** Whether a listing can be bought through the API. */
public enum Verdict {
    /** No known reason prevents a purchase. */
    QUALIFIED,
    /** The exchange does not show the pair yet. */
    UNCERTAIN,
    /** The listing cannot be bought; the reasons say why. */
    DISQUALIFIED
}
