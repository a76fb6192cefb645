package io.firstfill.contract.exit;

/** Why a position, or a part of it, is sold. */
public enum ExitCause {
    TAKE_PROFIT,
    STOP_LOSS,
    TRAILING_STOP,
    LONGEST_HOLDING,
    /** A person has closed the position. */
    CLOSED_BY_HAND,
    /** A person has sold every position of the environment. */
    SELL_EVERYTHING
}
