package io.firstfill.trader.order;

import static java.util.Objects.requireNonNull;

import io.firstfill.contract.value.Price;

/** Our reaction to a refusal of the exchange. */
public sealed interface Reaction {
    /** The pair is not open yet: probe again, paced. */
    record Probe() implements Reaction {}

    /** Probe again until soon after the opening; from then on the refusal means that the pair is barred. */
    record ProbeOrLeavePair() implements Reaction {}

    /** No order of the pair will be taken from us. */
    record LeavePair() implements Reaction {}

    /** Another attempt may pass: unknown symbol, empty book. */
    record AttemptAgain() implements Reaction {}

    /** Our timestamp was outside recvWindow: another attempt with a new timestamp. */
    record StampAnew() implements Reaction {}

    /** Another order type may pass. */
    record SwitchStyle() implements Reaction {}

    /**
     * A lower price may pass.
     *
     * @param highest price that the exchange would take
     */
    record Reprice(Price highest) implements Reaction {
        public Reprice {
            requireNonNull(highest, "highest");
        }
    }

    /** Price and quantity with fewer decimals may pass. */
    record LessDecimals() implements Reaction {}

    /** This order will never be taken. */
    record GiveUp() implements Reaction {}

    /** Account, permission or risk control: nothing of the run will be taken. */
    record LeaveAccount() implements Reaction {}

    /** The key itself is refused: nothing of the account will be taken. */
    record LeaveKey() implements Reaction {}
}
