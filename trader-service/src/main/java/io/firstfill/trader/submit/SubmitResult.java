package io.firstfill.trader.submit;

import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.Reaction;
import java.util.Optional;

/**
 * The end of the submission of one buy. Its events are committed already; what follows from it is the engine's to
 * decide.
 */
public sealed interface SubmitResult {
    Buy buy();

    /**
     * Returns what a refusal of the exchange, which proves that no order exists, means for the buy.
     *
     * @param mayStillOpen whether "not supported" may still mean "not open yet"
     * @return empty when the pair is not open yet: the next probe follows
     */
    static Optional<SubmitResult> of(Refused answer, Buy buy, boolean mayStillOpen) {
        return switch (answer.reaction()) {
            case Reaction.Probe _ -> Optional.empty();
            case Reaction.ProbeOrLeavePair _ ->
                mayStillOpen ? Optional.empty() : Optional.of(new PairBarred(buy, answer.code()));
            case Reaction.LeavePair _ -> Optional.of(new PairBarred(buy, answer.code()));
            case Reaction.AttemptAgain _ -> Optional.of(new PassingRefusal(buy));
            case Reaction.StampAnew _ -> Optional.of(new PassingRefusal(buy));
            case Reaction.SwitchStyle _ -> Optional.of(new StyleRefused(buy));
            case Reaction.Reprice(Price highest) -> Optional.of(new PriceRefused(buy, highest));
            case Reaction.LessDecimals _ -> Optional.of(new PassingRefusal(buy, true));
            case Reaction.GiveUp _ -> Optional.of(new Ended(buy));
            case Reaction.LeaveAccount _ ->
                Optional.of(new AccountRefused(buy, answer, SuspensionReason.EXCHANGE_REFUSES));
            case Reaction.LeaveKey _ ->
                Optional.of(new AccountRefused(buy, answer, SuspensionReason.CREDENTIAL_REJECTED));
        };
    }

    /** Returns what the event of a refusal says of it. */
    default Rejection rejection() {
        return switch (this) {
            case StyleRefused style -> Rejection.STYLE_REFUSED;
            case AccountRefused account -> Rejection.STOPS_RUN;
            default -> Rejection.TERMINAL;
        };
    }

    /** The exchange has taken the order; its fills have to be looked up. */
    record Accepted(Buy buy) implements SubmitResult {}

    /** The answer to the last request is unknown; look-ups settle it. */
    record InDoubt(Buy buy) implements SubmitResult {}

    /** No order exists and none will: denied by us, or refused for good. */
    record Ended(Buy buy) implements SubmitResult {}

    /**
     * Refused for something that may pass.
     *
     * @param decimals whether price and quantity had too many decimals
     */
    record PassingRefusal(Buy buy, boolean decimals) implements SubmitResult {
        PassingRefusal(Buy buy) {
            this(buy, false);
        }
    }

    /** Refused as a market order; another style may be taken. */
    record StyleRefused(Buy buy) implements SubmitResult {}

    /** Refused for its price; the exchange would take at most this price. */
    record PriceRefused(Buy buy, Price highest) implements SubmitResult {}

    /** The exchange takes no order of this pair from our key. */
    record PairBarred(Buy buy, int code) implements SubmitResult {}

    /** The exchange refuses the account or the key as a whole. */
    record AccountRefused(Buy buy, Refused answer, SuspensionReason reason) implements SubmitResult {}
}
