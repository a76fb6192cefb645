package io.firstfill.contract.listing;

import io.firstfill.contract.level.Since;

/** Why a run does not buy a listing. */
public enum SkipReason {
    /** The pair's quote asset is not among those of the configuration. */
    QUOTE_ASSET,
    /** No allow pattern of the configuration matches. */
    NOT_ALLOWED,
    /** A deny pattern of the configuration matches. */
    DENIED_PATTERN,
    /** Scheduled listings are switched off. */
    SCHEDULED_OFF,
    /** Surprise listings are switched off. */
    SURPRISE_OFF,
    /** The verdict of the qualification is not positive. */
    NOT_QUALIFIED,
    /** The listing opened longer ago than signalMaxAge. */
    TOO_OLD,
    /** The listing appeared while the scanner was not observing; its opening time is unknown. */
    OPENED_WHILE_BLIND,
    /** One source showed more unknown pairs at once than an exchange lists, and no second source confirmed this one. */
    @Since(value = 2, instead = "OPENED_WHILE_BLIND")
    NOT_CONFIRMED,
    /** A person has decided that no run buys the listing. */
    @Since(value = 3, instead = "DENIED_PATTERN")
    LEFT_ALONE
}
