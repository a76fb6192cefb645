package io.firstfill.contract.order.reason;

/** Why a position has ended. */
public enum PositionEnd {
    SOLD,
    /** What is left is under the pair's minimum and cannot be sold. */
    DUST,
    /** The account does not hold the coins any more: a person has sold or moved them. */
    MOVED_ELSEWHERE
}
