package io.firstfill.mexc.outcome;

/** What a refusal means to a trader. Whether to act on it, and how often, is the trader's. */
public enum OutcomeCode {
    /** The pair does not take this order now. Around the opening: pace and try again; for ever after: it is not for us. */
    NOT_YET_OPEN,
    /** Not open yet, or barred for this key: the exchange says the same. Try again until soon after the opening, no longer. */
    NOT_OPEN_OR_BARRED,
    /** The pair is barred for this key or user: no order of it will be taken, those of others may be. */
    PAIR_BARRED,
    /** The pair is not known (yet): try again, bounded. */
    SYMBOL_UNKNOWN,
    /** This order type is not taken; another may be. */
    SWITCH_STYLE,
    /** The price is above a cap the answer names. Price and quantity have to be computed anew. */
    REPRICE_CAP,
    /** The other side of the book is empty: try again, bounded. */
    EMPTY_BOOK,
    /** We hold less than the order needs: read the balance again. */
    INSUFFICIENT_BALANCE,
    /** Selling is suspended by the exchange's risk control: alarm, try again slowly. */
    SELL_SUSPENDED,
    /** The request's time was off: measure the clock, sign anew, once. */
    RESYNC_CLOCK,
    /** We asked too much: wait as long as told. */
    THROTTLED,
    /** The order asked for is not known; right after sending it may only be invisible yet. */
    ORDER_ABSENT,
    /** The order to cancel has already ended, or never was: query it. */
    CANCEL_TARGET_GONE,
    /** This order will never be taken as it is; others may be. */
    TERMINAL_FOR_ORDER,
    /** Risk control or account: no order of this run will be taken. */
    STOP_RUN,
    /** The key, its signature, its permission or our address: nothing signed with it will be taken. */
    KEY_REFUSED,
    /** The exchange does not say whether it acted: look the order up. */
    UNRESOLVED,
    /** A code nobody has told us about: the order was refused, the reason needs a person. */
    UNKNOWN_CODE
}
