package io.firstfill.trader.state;

/** The state of the orders for other listings of a pair in a run. */
public enum PairUse {
    /** None is in flight, and none has bought anything: an order that was refused with proof leaves the pair free. */
    FREE,
    /** One is armed or in flight. */
    IN_FLIGHT,
    /** One has bought something within a day, or nobody knows whether it has. */
    BOUGHT
}
