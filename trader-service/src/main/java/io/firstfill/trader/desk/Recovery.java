package io.firstfill.trader.desk;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.id.PermitId;
import io.firstfill.trader.listing.Refusal;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Between the past and the present: the exchange is asked about every order that is not final, and what it says is told,
 * before anything new is read. No order of the past is ever sent again.
 */
final class Recovery {
    /** A request may leave this much before its opening. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private static final Refusal NO_SIGNAL = Refusal.lasting(DenialReason.SIGNAL_EXPIRED, "no signal after a restart");
    private static final Refusal WITHDRAWN =
            Refusal.lasting(DenialReason.LISTING_WITHDRAWN, "while the trader was down");
    /** With an unanswered stop the stop takes it back, after it has said that it is stopping. */
    private static final Refusal STOPPED = Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopped before a restart");

    private final DeskParts desk;
    private final Teller teller;
    private final Settling settling;
    private final Arming arming;
    private final Predicate<PermitId> revoked;

    /** @param revoked whether risk took the permit back in the past */
    Recovery(DeskParts desk, Teller teller, Settling settling, Arming arming, Predicate<PermitId> revoked) {
        this.desk = desk;
        this.teller = teller;
        this.settling = settling;
        this.arming = arming;
        this.revoked = revoked;
    }

    /** @param done run when every order has been asked about once, on any thread */
    void run(Runnable done) {
        CountDown looks = new CountDown(done);
        for (BuyState state : desk.state().buys()) {
            switch (state) {
                case BuyState.Armed armed -> armed(armed, looks);
                case BuyState.Submitted submitted -> doubt(submitted.restarted(desk.now()), looks);
                case BuyState.Accepted accepted -> settling.takeUp(accepted, looks.one());
                case BuyState.Unresolved unresolved -> settling.takeUp(unresolved, looks.one());
                case BuyState.Ended ended -> desk.state().put(ended);
            }
        }
        looks.less();
    }

    /**
     * Orders are read further back than a signal lives after its deadline, so one that old without an order was answered
     * in its time. To be done before any signal is considered.
     */
    void forgetOldSignals() {
        Instant horizon = desk.now().minus(Lookbacks.SIGNAL_ANSWERED);
        for (Waiting waiting : desk.state().listings.all()) {
            boolean armed = arming.isArmed(waiting);
            if (!armed && waiting.deadline().isBefore(horizon)) {
                desk.state().listings.decided(waiting.key());
            }
        }
    }

    private void armed(BuyState.Armed armed, CountDown looks) {
        Buy buy = armed.buy();
        if (!desk.venue().exchangeTime().plus(EARLY).isBefore(armed.openingTime())) {
            desk.state().listings.decided(Arming.key(buy));
            doubt(armed.restarted(desk.now()), looks);
            return;
        }
        desk.state()
                .listings
                .find(Arming.key(buy))
                .ifPresentOrElse(waiting -> unfired(armed, waiting), () -> deny(armed, NO_SIGNAL));
    }

    /** Fires only if all it was armed for still holds; otherwise it is over, or waits to be armed anew. */
    private void unfired(BuyState.Armed armed, Waiting waiting) {
        Buy buy = armed.buy();
        if (desk.state().listings.isWithdrawn(buy.listingId())) {
            deny(armed, WITHDRAWN);
        } else if (desk.state().runs.isOver(buy.runId())) {
            if (!desk.state().runs.isUnanswered(buy.runId())) {
                deny(armed, STOPPED);
            }
        } else if (isCapped(buy)) {
            teller.commit(armed.disarmed(ReturnReason.NOT_BOUGHT, desk.now()));
        } else if (stillHolds(armed, waiting)) {
            arming.prepare(buy.clientOrderId());
        } else {
            teller.commit(armed.disarmed(ReturnReason.REVOKED, desk.now()));
        }
    }

    private boolean stillHolds(BuyState.Armed armed, Waiting waiting) {
        return armed.openingTime().equals(waiting.openingTime())
                && !revoked.test(armed.buy().permitId())
                && desk.state().blocked(armed.buy().runId()).isEmpty();
    }

    private void deny(BuyState.Armed armed, Refusal refusal) {
        boolean over = desk.state().runs.isOver(armed.buy().runId());
        desk.state().listings.decided(Arming.key(armed.buy()));
        teller.commit(armed.denied(
                refusal.reason(),
                refusal.detail(),
                over ? ReturnReason.RUN_STOPPED : ReturnReason.NOT_BOUGHT,
                desk.now()));
    }

    /** Its price and quantity were known to the process before us alone. */
    private boolean isCapped(Buy buy) {
        return desk.state()
                .runs
                .open(buy.runId())
                .filter(run -> run.configuration().orderStyle() == OrderStyle.IOC_CAPPED)
                .isPresent();
    }

    private void doubt(Step step, CountDown looks) {
        teller.commit(step);
        settling.takeUp(step.next(), looks.one());
    }

    /** Runs its action when every part handed out has run, and its maker has said with {@link #less} that there are no more. */
    private static final class CountDown {
        private final AtomicInteger open = new AtomicInteger();
        private final Runnable action;

        CountDown(Runnable action) {
            this.action = action;
            open.incrementAndGet();
        }

        Runnable one() {
            open.incrementAndGet();
            return this::less;
        }

        void less() {
            if (open.decrementAndGet() == 0) {
                action.run();
            }
        }
    }
}
