package io.firstfill.contract.order.reason;

/** Why we did not send an order. Denied is ours; rejected is the exchange's. */
public enum DenialReason {
    /** Risk has granted none; the cap events say which cap. */
    NO_PERMIT,
    /** The permit does not cover the quote amount. */
    PERMIT_TOO_SMALL,
    /** Past its deadline. */
    SIGNAL_EXPIRED,
    /** Stopped, stopping or suspended. */
    RUN_NOT_ACTIVE,
    /** REDUCING or HALTED. */
    TRADING_STATE,
    /** Missing, rejected or not validated. */
    NO_CREDENTIAL,
    /** The quote amount is under the pair's minimum. */
    BELOW_MINIMUM,
    /** The quote amount is over the pair's maximum. */
    ABOVE_MAXIMUM,
    /** The exchange limits us until past the deadline. */
    THROTTLED,
    /** The exchange clock offset is unknown or too uncertain. */
    CLOCK,
    LISTING_WITHDRAWN,
    /** Its sides, its order types or the key's own list of pairs rule the buy out. */
    NOT_QUALIFIED,
    /** Another listing of the same pair was bought, or is being bought, in this run. */
    PAIR_ALREADY_BOUGHT,
    /** The request never left this machine, and may not be sent again in time. */
    NOT_SENT,
    /** Another trader might have acted for the account at that time, so this one did not. */
    LEASE_LOST
}
