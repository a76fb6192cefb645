package io.firstfill.ledger.notify;

/** What a notification can be about. A target may choose among them. */
public enum NotificationEvent {
    RUN_STARTED,
    RUN_STOPPED,
    RUN_SUSPENDED,
    /** The trading state of an environment has changed: halted, reducing or active. */
    HALT,
    BOUGHT,
    SOLD,
    /** A listing that a run accepts opened and was not bought, for a reason of ours. */
    MISSED,
    /** A cap is used to 80 % or more. */
    CAP_NEAR,
    CAP_REACHED,
    ALERT_RAISED,
    ALERT_CLEARED,
    /** The exchange's answer to an order is unknown, and look-ups have not resolved the order. */
    ORDER_UNRESOLVED,
    /** What happened on the UTC day before. */
    DAILY_SUMMARY,
    /** Asked for by a person who tests a target. */
    TEST
}
