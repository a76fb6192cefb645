package io.firstfill.trader.engine;

import io.firstfill.trader.balance.BalanceWatch;
import io.firstfill.trader.decide.FurtherAttempts;
import io.firstfill.trader.decide.ListingReview;
import io.firstfill.trader.reconcile.FeeQueries;
import io.firstfill.trader.reconcile.FirstMinuteWatch;
import io.firstfill.trader.reconcile.OrderReconciler;
import io.firstfill.trader.reconcile.PushedOrders;
import io.firstfill.trader.reconcile.ReconcileResult;
import io.firstfill.trader.reconcile.Settlements;
import io.firstfill.trader.schedule.Arming;
import io.firstfill.trader.sell.Exits;
import io.firstfill.trader.submit.OrderSubmitter;
import io.firstfill.trader.submit.SubmitResult;
import io.firstfill.trader.trigger.PlanTriggers;
import java.util.Optional;

/**
 * The stages an order passes, in their order. Each returns what happened; the {@link OrderRouter} hands it to the next
 * one.
 */
record Stages(
        ListingReview review,
        FurtherAttempts further,
        Arming arming,
        OrderSubmitter submitter,
        OrderReconciler reconciler,
        PushedOrders pushed,
        Settlements settlements,
        FeeQueries fees,
        FirstMinuteWatch firstMinute,
        BalanceWatch balances,
        Exits exits,
        PlanTriggers triggers) {
    /** Does what the passing of time demands of them; to be called about once a second. */
    void check() {
        pushed.check();
        fees.check();
        firstMinute.check();
        reconciler.forgetEnded();
        balances.check();
        exits.check();
    }

    /**
     * Returns the attempt that may begin before a look-up has confirmed an end; where there is none, the order is
     * looked up at once.
     */
    Optional<FurtherAttempts.Next> afterPushedEnd(ReconcileResult.PushedEmpty pushed) {
        Optional<FurtherAttempts.Next> next = further.afterPushedEnd(pushed.buy(), pushed.end());
        if (next.isEmpty()) {
            var _ = reconciler.lookNow(pushed.buy());
        }
        return next;
    }

    /** Returns the attempt that follows a result: the same before its event is committed and after. */
    static Optional<FurtherAttempts.Next> after(SubmitResult result, FurtherAttempts further) {
        return switch (result) {
            case SubmitResult.PassingRefusal passing ->
                passing.decimals()
                        ? further.afterDecimalsRefusal(result.buy())
                        : further.afterPassingRefusal(result.buy());
            case SubmitResult.StyleRefused style -> further.afterStyleRefusal(result.buy());
            case SubmitResult.PriceRefused price -> further.afterPriceRefusal(result.buy(), price.highest());
            case SubmitResult.Accepted _,
                    SubmitResult.InDoubt _,
                    SubmitResult.Ended _,
                    SubmitResult.PairBarred _,
                    SubmitResult.AccountRefused _ -> Optional.empty();
        };
    }
}
