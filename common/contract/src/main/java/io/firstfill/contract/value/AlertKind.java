package io.firstfill.contract.value;

/** What an alert is about; one alert per kind and subject is open at a time. */
public enum AlertKind {
    /** The exchange limits us: 429, 418 or 403. */
    THROTTLED,
    /** A listing source has not answered within its limit, or the private stream is down while orders are live. */
    FEED_SILENT,
    /** A listing source answers, but not with what it should. */
    FEED_DEGRADED,
    /** The offset to the exchange clock is unknown or too large. */
    CLOCK_SKEW,
    /** The exchange's clock and ours run apart faster than allowed: one of them is not disciplined. */
    CLOCK_DRIFT,
    /** A cap blocks new orders. */
    CAP_REACHED,
    /** The exchange's answer is unknown and look-ups have not settled it. */
    UNRESOLVED_ORDER,
    /** A look-up does not confirm what the exchange had pushed about an order. */
    ORDER_DISPUTED,
    /** Credentials are missing, rejected or rotated. */
    CREDENTIAL,
    /** The exchange bars our key or account from a pair, or the key's own list lacks it. */
    PAIR_BARRED,
    /** The exchange refuses the account as a whole: risk control, or an abnormal state. */
    ACCOUNT_REFUSED,
    /** A wanted listing opened and was not bought. */
    LISTING_MISSED,
    /** A record could not be read. */
    UNREADABLE_MESSAGE,
    /** A channel stopped because going on would lose something. */
    CHANNEL_STOPPED,
    /** A trader cannot prove that it alone acts for its accounts, and sends no orders. */
    LEASE_LOST
}
