package io.firstfill.contract.exit;

/** How a triggered exit ended. */
public enum ExitEnd {
    /** Its quantity is sold. */
    SOLD,
    /** What is left of its quantity is under the pair's minimum. */
    DUST,
    /** The position holds nothing that could be sold, because other exits sold it or it was moved elsewhere. */
    NOTHING_LEFT,
    /** A person, or another exit of the same position, has taken its place. */
    CANCELED,
    /** It was tried as long as that made sense; a person must look. */
    FAILED
}
