package io.firstfill.trader.desk;

import io.firstfill.contract.order.DenialReason;
import io.firstfill.contract.order.ReturnReason;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Between the past and the present: the exchange is asked about every order that is not final, and what it says is told,
 * before anything new is read. No order of the past is ever sent again.
 */
final class Recovery {
    /** A request may leave this much before its opening. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final DeskParts desk;
    private final Teller teller;
    private final Settling settling;
    private final Arming arming;

    Recovery(DeskParts desk, Teller teller, Settling settling, Arming arming) {
        this.desk = desk;
        this.teller = teller;
        this.settling = settling;
        this.arming = arming;
    }

    /** @param done run when every order has been asked about once, on any thread */
    void run(Runnable done) {
        forgetOldSignals();
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
     * in its time.
     */
    private void forgetOldSignals() {
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
        boolean ahead = desk.venue().exchangeTime().plus(EARLY).isBefore(armed.openingTime());
        boolean wanted = desk.state().listings.find(Arming.key(buy)).isPresent();
        if (!ahead) {
            desk.state().listings.decided(Arming.key(buy));
            doubt(armed.restarted(desk.now()), looks);
        } else if (wanted && isCapped(buy)) {
            teller.commit(armed.disarmed(ReturnReason.NOT_BOUGHT, desk.now()));
        } else if (wanted && desk.state().blocked(buy.runId()).isEmpty()) {
            arming.prepare(buy.clientOrderId());
        } else if (wanted && !desk.state().runs.isOver(buy.runId())) {
            teller.commit(armed.disarmed(ReturnReason.REVOKED, desk.now()));
        } else if (!wanted) {
            teller.commit(armed.denied(
                    DenialReason.SIGNAL_EXPIRED, "no signal after a restart", ReturnReason.NOT_BOUGHT, desk.now()));
        }
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
