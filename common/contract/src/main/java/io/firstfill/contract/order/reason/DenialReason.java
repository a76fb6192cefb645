package io.firstfill.contract.order.reason;

import io.firstfill.contract.level.Since;

/** Why the trader did not send an order. A denial is ours; a rejection is the exchange's. */
public enum DenialReason {
    /** Risk has granted no permit; the cap events say which cap. */
    NO_PERMIT,
    /** The permit does not cover the quote amount. */
    PERMIT_TOO_SMALL,
    /** The deadline of the signal has passed. */
    SIGNAL_EXPIRED,
    /** The run is stopped, stopping or suspended. */
    RUN_NOT_ACTIVE,
    /** The environment is REDUCING or HALTED. */
    TRADING_STATE,
    /** The credential is missing, rejected or not validated. */
    NO_CREDENTIAL,
    /** The quote amount is under the pair's minimum. */
    BELOW_MINIMUM,
    /** The quote amount is over the pair's maximum. */
    ABOVE_MAXIMUM,
    /** The exchange limits our requests until past the deadline. */
    THROTTLED,
    /** The offset to the exchange's clock is unknown or too uncertain. */
    CLOCK,
    LISTING_WITHDRAWN,
    /** The pair's sides, its order types or the key's own list of pairs rule the buy out. */
    NOT_QUALIFIED,
    /** Another listing of the same pair was bought, or is being bought, in this run. */
    PAIR_ALREADY_BOUGHT,
    /** The request never left this machine, and may not be sent again in time. */
    NOT_SENT,
    /** Another trader might have acted for the account at that time, so this trader did not. */
    LEASE_LOST,
    /** The filters or switches of the run's configuration, perhaps applied after the signal, refuse the listing. */
    @Since(value = 2, instead = "NOT_QUALIFIED")
    NOT_WANTED,
    /** A person has decided that no run buys the listing. */
    @Since(value = 3, instead = "NOT_QUALIFIED")
    LEFT_ALONE,
    /** The free quote balance does not pay for the buy. */
    @Since(value = 3, instead = "NO_PERMIT")
    INSUFFICIENT_BALANCE
}
