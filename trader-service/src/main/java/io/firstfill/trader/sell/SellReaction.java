package io.firstfill.trader.sell;

import io.firstfill.contract.exit.SellRejected;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.Reaction;

/** What a refusal of the exchange means for a sell. Each proves that no order exists. */
public enum SellReaction {
    /** The account holds less than was offered: the next attempt reads the balance first. */
    READ_BALANCE,
    /** Something of the order is to be changed: its type, its price, its decimals or its timestamp. */
    CHANGE,
    /** The amount is under the pair's minimum. */
    BELOW_MINIMUM,
    /** The pair is halted, its book is empty, or selling is suspended: the attempt is made again later. */
    WAIT,
    /** The exchange's risk control has suspended selling: again at the longest pause, and a person is told at once. */
    SUSPENDED,
    /** No order of this form, or of this account, is taken. */
    REFUSED;

    private static final int BELOW_MINIMUM_CODE = 30002;
    private static final int SELL_SUSPENDED_CODE = 30028;

    /** Too many orders of the account are open. */
    private static final int MOST_ORDERS_CODE = 30029;

    public static SellReaction of(Refused answer) {
        SellReaction byCode = byCode(answer.code());
        return byCode == REFUSED ? byMeaning(answer.reaction()) : byCode;
    }

    /** The reaction to a refusal of the past, of which only the event is known. */
    public static SellReaction of(SellRejected event) {
        SellReaction byCode = byCode(event.code());
        if (byCode != REFUSED) {
            return byCode;
        }
        return switch (event.rejection()) {
            case NOT_OPEN -> WAIT;
            case STYLE_REFUSED -> CHANGE;
            case TERMINAL, STOPS_RUN -> REFUSED;
        };
    }

    private static SellReaction byCode(int code) {
        return switch (code) {
            case 30004, 30005, 10101 -> READ_BALANCE;
            case BELOW_MINIMUM_CODE -> BELOW_MINIMUM;
            case SELL_SUSPENDED_CODE -> SUSPENDED;
            case 30010, 10096, 700003, 10073 -> CHANGE;
            case 10007, 30000, 30001, 30016, 30020, 30025, 70011, -1121, 30014, 30021, MOST_ORDERS_CODE -> WAIT;
            default -> REFUSED;
        };
    }

    private static SellReaction byMeaning(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Probe _, Reaction.ProbeOrLeavePair _, Reaction.LeavePair _, Reaction.AttemptAgain _ -> WAIT;
            case Reaction.StampAnew _, Reaction.SwitchStyle _, Reaction.Reprice _, Reaction.LessDecimals _ -> CHANGE;
            case Reaction.GiveUp _, Reaction.LeaveAccount _, Reaction.LeaveKey _ -> REFUSED;
        };
    }

    /** Returns what the event of the refusal says of it. */
    static Rejection rejection(Refused answer) {
        if (answer.reaction() instanceof Reaction.SwitchStyle && of(answer) == CHANGE) {
            return Rejection.STYLE_REFUSED;
        }
        return of(answer) == WAIT ? Rejection.NOT_OPEN : Rejection.TERMINAL;
    }
}
