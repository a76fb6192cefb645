package io.firstfill.trader.credential;

/** What the exchange says to a signed account query. */
public sealed interface KeyCheck {
    record Valid(boolean canTrade, boolean canWithdraw) implements KeyCheck {}

    record Rejected(int exchangeCode) implements KeyCheck {}

    /** No verdict: not reached, throttled, or a fault of the exchange. */
    record Undecided(String detail) implements KeyCheck {}
}
