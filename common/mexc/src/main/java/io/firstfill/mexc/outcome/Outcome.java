package io.firstfill.mexc.outcome;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** What a refusal means to a trader. Whether to act on it, and how often, is the trader's. */
public sealed interface Outcome {

    /** What stands in the way may pass: try again inside the window, bounded. */
    sealed interface RetryInWindow extends Outcome {}

    /** The pair does not take this order now. Around the opening: pace and try again; for ever after: it is not for us. */
    record NotYetOpen() implements RetryInWindow {}

    /** Not open yet, or barred for this key: the exchange says the same. Try again until soon after the opening, no longer. */
    record NotOpenOrBarred() implements RetryInWindow {}

    /** The pair is not known (yet). */
    record SymbolUnknown() implements RetryInWindow {}

    /** The other side of the book is empty. */
    record EmptyBook() implements RetryInWindow {}

    /** The request's time was off: measure the clock, sign anew, once. */
    record ClockOff() implements RetryInWindow {}

    /**
     * The price is above a cap the answer names. Price and quantity have to be computed anew.
     *
     * @param cap the highest price taken, in quote; positive
     */
    record PriceAboveCap(BigDecimal cap) implements RetryInWindow {
        public PriceAboveCap {
            requireNonNull(cap, "cap");
        }
    }

    /** This order type is not taken; another may be. */
    record SwitchStyle() implements Outcome {}

    /** This order will not be taken as it is; others may be. */
    sealed interface TerminalForOrder extends Outcome {}

    /** The pair is barred for this key or user: no order of it will be taken, those of others may be. */
    record PairBarred() implements TerminalForOrder {}

    /** We hold less than the order needs: read the balance again. */
    record InsufficientBalance() implements TerminalForOrder {}

    /** Selling is suspended by the exchange's risk control: alarm, try again slowly. */
    record SellSuspended() implements TerminalForOrder {}

    /** The request itself, its amounts, or a feature that is off. */
    record Unacceptable() implements TerminalForOrder {}

    /** No order of this run will be taken. */
    sealed interface StopRun extends Outcome {}

    /** Risk control or account. */
    record AccountRefused() implements StopRun {}

    /** The key, its signature, its permission or our address: nothing signed with it will be taken. */
    record KeyRefused() implements StopRun {}

    /** Nothing is proved: look the order up. */
    sealed interface Unresolved extends Outcome {}

    /** The exchange does not say whether it acted. */
    record ExchangeUnsure() implements Unresolved {}

    /** A code nobody has told us about: the reason needs a person. */
    record UnknownCode() implements Unresolved {}

    /** We asked too much: wait as long as told. */
    record Throttled() implements Outcome {}

    /** The answer is about an order asked for, not about a new one. */
    sealed interface NoSuchOrder extends Outcome {}

    /** The order asked for is not known; right after sending it may only be invisible yet. */
    record OrderAbsent() implements NoSuchOrder {}

    /** The order to cancel has already ended, or never was: query it. */
    record CancelTargetGone() implements NoSuchOrder {}
}
