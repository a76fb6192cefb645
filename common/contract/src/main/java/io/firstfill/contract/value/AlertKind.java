package io.firstfill.contract.value;

import io.firstfill.contract.level.Since;

/** The kinds of alerts. At most one alert per kind and subject is open at a time. */
public enum AlertKind {
    /** The exchange limits our requests: 429, 418 or 403. */
    THROTTLED,
    /** A listing source has not answered within its limit, or the private stream is down while orders are live. */
    FEED_SILENT,
    /** A listing source answers, but its content is not what the source should hold. */
    FEED_DEGRADED,
    /** The offset to the exchange's clock is unknown or too large. */
    CLOCK_SKEW,
    /** The exchange's clock and ours drift apart too fast, or one has stepped: one of the two is not disciplined. */
    CLOCK_DRIFT,
    /** A cap blocks new orders. */
    CAP_REACHED,
    /** The exchange's answer to an order is unknown, and order queries have not resolved the order. */
    UNRESOLVED_ORDER,
    /** An order query does not confirm what the exchange had pushed about the order. */
    ORDER_DISPUTED,
    /** Credentials are missing, rejected or rotated. */
    CREDENTIAL,
    /** The exchange bars our key or account from a pair, or the key's own list of pairs lacks the pair. */
    PAIR_BARRED,
    /** The exchange refuses the account as a whole: risk control, or an abnormal state. */
    ACCOUNT_REFUSED,
    /** A listing that a run accepts opened and was not bought. */
    LISTING_MISSED,
    /** A record could not be read. */
    UNREADABLE_MESSAGE,
    /** A channel stopped because continuing would lose data. */
    CHANNEL_STOPPED,
    /** A trader cannot prove that it alone acts for its accounts, and sends no orders. */
    LEASE_LOST,
    /**
     * A record that could have been a stop, a halt or a fill could not be processed: the environment buys nothing until
     * a person acknowledges the record. The subject is the service and the {@link RecordPlace}.
     */
    @Since(value = 2, instead = "CHANNEL_STOPPED")
    RECORD_QUARANTINED,
    /** Rows of an answer of the exchange could not be represented, and were left out. The subject is the source. */
    @Since(value = 2, instead = "FEED_DEGRADED")
    UNREADABLE_ANSWER,
    /** The exchange states a pair's or an order's status by a word that we do not know. */
    @Since(value = 2, instead = "FEED_DEGRADED")
    UNKNOWN_STATUS,
    /** Records left their topic, or a topic was made anew, before the ledger had read them. */
    @Since(value = 2, instead = "CHANNEL_STOPPED")
    RECORDS_LOST,
    /** A cap is used to 80 % or more. */
    @Since(value = 3, instead = "CAP_REACHED")
    CAP_NEAR,
    /** The free quote balance pays for fewer buys than the deployment's threshold. */
    @Since(value = 3, instead = "CREDENTIAL")
    BALANCE_LOW,
    /** No instance of a service has given a sign of life for 10 seconds. */
    @Since(value = 3, instead = "LEASE_LOST")
    SERVICE_SILENT,
    /** A regular task of the ledger, such as creating partitions, has failed. */
    @Since(value = 3, instead = "CHANNEL_STOPPED")
    MAINTENANCE_FAILED,
    /** The exchange has refused or cancelled a market order of a pair's first minute, and has filled none since. */
    @Since(value = 3, instead = "PAIR_BARRED")
    MARKET_ORDERS_REFUSED,
    /** An exit could not be carried out, and is not tried again by itself. The subject is the position. */
    @Since(value = 4, instead = "UNRESOLVED_ORDER")
    EXIT_FAILED,
    /** The price of a position with a plan is too old, or its book too odd, to trigger anything. */
    @Since(value = 4, instead = "FEED_SILENT")
    EXIT_PRICES_STALE,
    /** The account does not hold what a position should. The subject is the position. */
    @Since(value = 4, instead = "ORDER_DISPUTED")
    POSITION_MOVED_ELSEWHERE
}
