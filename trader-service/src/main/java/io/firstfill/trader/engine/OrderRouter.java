package io.firstfill.trader.engine;

import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.trader.alert.PairAlerts;
import io.firstfill.trader.decide.Decision;
import io.firstfill.trader.decide.FurtherAttempts;
import io.firstfill.trader.decide.Refusal;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.Results;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.reconcile.ReconcileResult;
import io.firstfill.trader.reconcile.Tracking;
import io.firstfill.trader.schedule.ArmingResult;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.submit.SubmitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries out decisions about pending signals, and routes what each stage returns to the stage that is next. It decides
 * nothing itself and keeps nothing but the timers of decisions to be taken again.
 */
final class OrderRouter {
    /** An order leaves before the book is read for its successor's price. */
    private static final Duration SENT_BY = Duration.ofMillis(5);
    /** Before an opening, between the two warm-ups of the order connections: all three share a budget. */
    private static final Duration BOOK_READING = Duration.ofSeconds(2);

    private final EngineState state;
    private final OrderCommitter committer;
    private final Stages stages;
    private final Venue venue;
    private final EventLoop loop;
    private final PairAlerts pairAlerts;
    private final RunControl runs;
    private final CredentialControl credentials;
    private final ReviewTimers wakes;
    private boolean open;

    OrderRouter(
            EngineState state,
            OrderCommitter committer,
            Stages stages,
            Venue venue,
            EventLoop loop,
            PairAlerts pairAlerts,
            RunControl runs,
            CredentialControl credentials) {
        this.state = state;
        this.committer = committer;
        this.stages = stages;
        this.venue = venue;
        this.loop = loop;
        this.pairAlerts = pairAlerts;
        this.runs = runs;
        this.credentials = credentials;
        this.wakes = new ReviewTimers(loop);
    }

    /** From now on decisions are taken: the past has been brought to an end. */
    void open() {
        open = true;
        stages.settlements().resume();
    }

    /** Decides anew about every pending signal, after returning the permits that are of no use any more. */
    void reviewAll() {
        if (open) {
            giveUpRefused();
            runs.returnPermits();
            state.listings().all().forEach(pending -> review(pending.key()));
        }
    }

    void settle(SettleOrder command) {
        stages.settlements().settle(command);
    }

    /** Ends what waits to be sent and may not be sent any more. */
    void giveUpRefused() {
        stages.submitter().giveUpRefused();
    }

    void review(ListingKey key) {
        state.listings()
                .find(key)
                .filter(pending -> open && !stages.arming().isArmed(pending))
                .ifPresent(this::review);
    }

    private void review(PendingSignal pending) {
        switch (stages.review().decide(pending, loop.now())) {
            case Decision.Wait(Duration delay, boolean wantsPrice) -> {
                wakes.after(delay, pending.key(), this::review);
                if (wantsPrice) {
                    Results.route(stages.review().readBook(pending), this::review);
                }
            }
            case Decision.Arm(Buy buy, Instant opening) -> arm(buy, opening);
            case Decision.Submit(Buy buy) -> submit(buy);
            case Decision.Deny(Refusal refusal) -> deny(pending, refusal);
        }
    }

    private void arm(Buy buy, Instant opening) {
        stages.review().forget(ListingKey.of(buy));
        Results.route(stages.arming().arm(buy, opening), this::route);
        credentials.armed(buy.pair());
        Duration left = Duration.between(loop.now(), venue.localTimeOf(opening));
        loop.after(left.minus(BOOK_READING), () -> readBookAhead(buy));
    }

    private void submit(Buy buy) {
        stages.review().forget(ListingKey.of(buy));
        Results.route(stages.submitter().submit(buy), this::route);
        loop.after(SENT_BY, () -> readBookAhead(buy));
    }

    private void readBookAhead(Buy buy) {
        Results.route(stages.review().readBookAhead(buy), this::review);
    }

    /** Another key is in use: what is armed must not leave with the signature of the one before. */
    void signAnew() {
        stages.arming().signAnew();
    }

    /** An armed buy of the past fires as it was meant to. */
    void resume(BuyState.Armed armed) {
        Results.route(stages.arming().resume(armed), this::route);
    }

    /** Takes an armed order back or, where there is none, publishes why there will be none; a sent order goes on. */
    void deny(PendingSignal pending, Refusal refusal) {
        if (stages.arming().isArmed(pending)) {
            stages.arming().deny(pending, refusal.reason(), refusal.detail());
        } else {
            stages.review().forget(pending.key());
            committer.commit(List.of(refusal.denied(pending, loop.now())));
            review(pending.key());
        }
    }

    /** Takes back what is armed for the listing, and decides anew. */
    void reconsider(PendingSignal pending, ReturnReason why) {
        stages.arming().disarm(pending, why);
        review(pending.key());
    }

    boolean fits(Buy buy, PendingSignal pending) {
        return stages.review().armed().fits(buy, pending);
    }

    /** Whether the buy is armed on other terms than those that hold, and are at hand, now. */
    boolean isOutdated(Buy buy, PendingSignal pending, boolean prices) {
        return open && stages.review().armed().isOutdated(buy, pending, prices);
    }

    boolean mayGiveWay(Buy buy, PendingSignal pending) {
        return open && stages.review().armed().mayGiveWay(buy, pending);
    }

    void disarm(PendingSignal pending, ReturnReason why) {
        stages.arming().disarm(pending, why);
    }

    private void route(ArmingResult result) {
        switch (result) {
            case ArmingResult.Fired fired ->
                Results.route(stages.submitter().follow(fired.buy(), fired.sent()), this::route);
            case ArmingResult.Expired expired -> over(expired.buy());
        }
    }

    private void route(SubmitResult result) {
        committer.releaseEvents();
        Buy buy = result.buy();
        switch (result) {
            case SubmitResult.Accepted accepted -> {
                runs.accountAccepted();
                pairAlerts.tradable(buy.pair());
                // First, so that its successor's price is on its way when the end becomes known.
                Optional.of(buy).filter(sent -> !stages.further().isLast(sent)).ifPresent(this::readBookAhead);
                follow(buy);
            }
            case SubmitResult.InDoubt doubt -> follow(buy);
            case SubmitResult.Ended ended -> over(buy);
            case SubmitResult.PassingRefusal _, SubmitResult.StyleRefused _, SubmitResult.PriceRefused _ ->
                ended(buy, Stages.after(result, stages.further()));
            case SubmitResult.PairBarred barred -> {
                pairAlerts.barred(buy.pair(), barred.code());
                over(buy);
            }
            case SubmitResult.AccountRefused refused -> {
                credentials.accountRefused(refused, this);
                runs.finishIfIdle(buy.runId());
            }
        }
    }

    private void follow(Buy buy) {
        stages.reconciler().track(buy).route(this::route);
        stages.pushed().answered(buy.clientOrderId());
    }

    /** Follows an order of the past; returns its look-ups. */
    Tracking takeUp(Buy buy) {
        Tracking tracking = stages.reconciler().takeUp(buy);
        tracking.route(this::route);
        return tracking;
    }

    private void route(ReconcileResult result) {
        switch (result) {
            case ReconcileResult.Ended ended ->
                ended(ended.buy(), stages.further().afterEnd(ended.buy(), ended.end()));
            case ReconcileResult.Pushed pushed -> {
                runs.finishIfIdle(pushed.buy().runId());
                Results.route(pushed.confirmed(), this::route);
            }
            case ReconcileResult.PushedEmpty pushed -> ended(pushed.buy(), stages.afterPushedEnd(pushed));
            case ReconcileResult.Absent absent -> over(absent.buy());
            case ReconcileResult.HandedOver handed -> over(handed.buy());
        }
    }

    private void ended(Buy buy, Optional<FurtherAttempts.Next> next) {
        next.flatMap(stages.further()::begin)
                .filter(PendingSignal::marketRefused)
                .ifPresent(pending -> stages.review().hurry(pending.key()));
        over(buy);
    }

    /** Decides what is next for the listing; whatever becomes of that, a stop that waits for the order is answered. */
    private void over(Buy buy) {
        try {
            review(ListingKey.of(buy));
        } finally {
            runs.finishIfIdle(buy.runId());
        }
    }
}
