package io.firstfill.mexc.outcome;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** The meaning of a refusal for a trader. Whether the trader acts on it, and how often, is the trader's decision. */
public sealed interface Outcome {

    /** The obstacle may pass: try again inside the window, with a bound. */
    sealed interface RetryInWindow extends Outcome {}

    /**
     * The pair does not accept this order now. Around the opening, pace the attempts and try again; if the answer never
     * changes, the pair is not open to us.
     */
    record NotYetOpen() implements RetryInWindow {}

    /**
     * The pair is not open yet, or is barred for this key: the exchange answers both alike. Try again until soon after
     * the opening, no longer.
     */
    record NotOpenOrBarred() implements RetryInWindow {}

    /** The pair is not known (yet). */
    record SymbolUnknown() implements RetryInWindow {}

    /** The other side of the book is empty. */
    record EmptyBook() implements RetryInWindow {}

    /** The timestamp of the request was off: measure the clock, sign anew, once. */
    record ClockOff() implements RetryInWindow {}

    /**
     * The price is above a cap that the answer names. Price and quantity have to be computed anew.
     *
     * @param cap the highest accepted price, in quote; positive
     */
    record PriceAboveCap(BigDecimal cap) implements RetryInWindow {
        public PriceAboveCap {
            requireNonNull(cap, "cap");
        }
    }

    /** The exchange does not accept this order type; it may accept another one. */
    record SwitchStyle() implements Outcome {}

    /** The exchange will not accept this order as it is; it may accept others. */
    sealed interface TerminalForOrder extends Outcome {}

    /** The pair is barred for this key or user: no order of ours will be accepted for it, those of others may be. */
    record PairBarred() implements TerminalForOrder {}

    /** The account holds less than the order needs: read the balance again. */
    record InsufficientBalance() implements TerminalForOrder {}

    /** The exchange's risk control has suspended selling: raise an alert, try again slowly. */
    record SellSuspended() implements TerminalForOrder {}

    /** The request itself is wrong, its amounts are out of range, or a feature is off. */
    record Unacceptable() implements TerminalForOrder {}

    /** No order of this run will be accepted. */
    sealed interface StopRun extends Outcome {}

    /** Risk control or the account refuses. */
    record AccountRefused() implements StopRun {}

    /**
     * The key, its signature, its permission or our address is refused: nothing signed with the key will be accepted.
     */
    record KeyRefused() implements StopRun {}

    /** The refusal proves nothing: query the order. */
    sealed interface Unresolved extends Outcome {}

    /** The exchange does not state whether it acted. */
    record ExchangeUnsure() implements Unresolved {}

    /** The code is not documented: a person must find the reason. */
    record UnknownCode() implements Unresolved {}

    /** Too many requests were sent: wait as long as the exchange states. */
    record Throttled() implements Outcome {}

    /** The answer concerns an order that was asked for, not a new one. */
    sealed interface NoSuchOrder extends Outcome {}

    /** The order asked for is not known; right after it was sent it may only be invisible yet. */
    record OrderAbsent() implements NoSuchOrder {}

    /** The order to cancel has already ended, or never existed: query it. */
    record CancelTargetGone() implements NoSuchOrder {}
}
