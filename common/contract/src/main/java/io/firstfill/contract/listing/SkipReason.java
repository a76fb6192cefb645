package io.firstfill.contract.listing;

/** Why a run does not want a listing. */
public enum SkipReason {
    /** Quote asset not among the configuration's. */
    QUOTE_ASSET,
    /** No allow pattern matches. */
    NOT_ALLOWED,
    /** A deny pattern matches. */
    DENIED_PATTERN,
    /** Scheduled listings are switched off. */
    SCHEDULED_OFF,
    /** Surprise listings are switched off. */
    SURPRISE_OFF,
    /** Qualification is not positive. */
    NOT_QUALIFIED,
    /** It opened longer ago than signalMaxAge. */
    TOO_OLD,
    /** It appeared while the scanner was not looking; its opening is unknown. */
    OPENED_WHILE_BLIND
}
