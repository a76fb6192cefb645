package io.firstfill.trader.engine;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.trader.decide.ListingRuns;
import io.firstfill.trader.decide.Refusal;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.submit.SendGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Brings the past to an end before the engine decides anything new: publishes what the past implies and does not show,
 * asks the exchange about every order that is not final, and publishes what it answers. No order of the past is ever
 * sent again.
 */
final class Recovery {
    /** A request may leave this much before its opening. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private static final Refusal NO_SIGNAL = Refusal.lasting(DenialReason.SIGNAL_EXPIRED, "no signal after a restart");
    private static final Refusal WITHDRAWN =
            Refusal.lasting(DenialReason.LISTING_WITHDRAWN, "while the trader was down");
    /** The refusal after a stop. Where a stop is unanswered, answering it takes the order back, after RunStopping. */
    private static final Refusal STOPPED = Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopped before a restart");

    private final EngineState state;
    private final ListingRuns runs;
    private final OrderCommitter committer;
    private final OrderRouter router;
    private final SendGate gate;
    private final Venue venue;
    private final EventLoop loop;
    /** May be at the exchange. */
    private final List<Buy> doubtful = new ArrayList<>();
    /** Armed, and certainly not sent: their openings lay ahead when the process before us could act no longer. */
    private final List<ClientOrderId> unfired = new ArrayList<>();

    Recovery(
            EngineState state,
            OrderCommitter committer,
            OrderRouter router,
            SendGate gate,
            Venue venue,
            EventLoop loop) {
        this.state = state;
        this.runs = new ListingRuns(state);
        this.committer = committer;
        this.router = router;
        this.gate = gate;
        this.venue = venue;
        this.loop = loop;
    }

    /** Publishes what the past implies, and which of its orders may be at the exchange. Asks nothing yet. */
    void begin() {
        dropOldSignals();
        committer.completePast();
        for (BuyState current : state.orders().all()) {
            switch (current) {
                case BuyState.Armed armed -> armed(armed);
                case BuyState.Submitted submitted -> doubt(submitted.buy(), submitted.restarted(loop.now()));
                case BuyState.Accepted accepted -> doubtful.add(accepted.buy());
                case BuyState.InDoubt inDoubt -> doubtful.add(inDoubt.buy());
                case BuyState.Ended ended -> {}
            }
        }
    }

    /** Completes when every order has been asked about once and what was learned is durable. Needs a credential. */
    CompletableFuture<Void> ask() {
        return CompletableFuture.allOf(
                doubtful.stream().map(buy -> router.takeUp(buy).firstLook()).toArray(CompletableFuture<?>[]::new));
    }

    /** Resumes the armed buys of the past that nothing has taken back in the meantime. */
    void resume() {
        unfired.forEach(id -> state.orders().find(id).ifPresent(current -> {
            if (current instanceof BuyState.Armed armed) {
                unfired(armed);
            }
        }));
    }

    /**
     * Orders are replayed further back than a signal lives after its deadline, so that a signal that old without an
     * order was answered in its time.
     */
    private void dropOldSignals() {
        Instant horizon = loop.now().minus(ReplayWindows.SIGNAL_ANSWERED);
        for (PendingSignal pending : state.listings().all()) {
            boolean armed = state.orders().find(pending.orderId()).isPresent();
            if (!armed && pending.deadline().isBefore(horizon)) {
                state.drop(pending.key(), loop.now());
            }
        }
    }

    /** The process before us may have fired a buy whose opening is past or near; it has not fired any other. */
    private void armed(BuyState.Armed armed) {
        if (venue.exchangeTime().plus(EARLY).isBefore(armed.openingTime())) {
            unfired.add(armed.buy().clientOrderId());
        } else {
            doubt(armed.buy(), armed.restarted(loop.now()));
        }
    }

    private void unfired(BuyState.Armed armed) {
        state.listings()
                .find(ListingKey.of(armed.buy()))
                .filter(pending -> pending.orderId().equals(armed.buy().clientOrderId()))
                .ifPresentOrElse(pending -> unfired(armed, pending), () -> deny(armed, NO_SIGNAL));
    }

    /** An armed buy fires only if all it was armed for still holds; otherwise it is over, or waits to be armed anew. */
    private void unfired(BuyState.Armed armed, PendingSignal pending) {
        RunId run = armed.buy().runId();
        if (state.listings().isWithdrawn(armed.buy().listingId())) {
            deny(armed, WITHDRAWN);
        } else if (state.runs().isOver(run)) {
            if (!state.runs().isUnanswered(run)) {
                deny(armed, STOPPED);
            }
        } else if (isCapped(pending)) {
            committer.commit(armed.disarmed(ReturnReason.NOT_BOUGHT, loop.now()));
        } else if (stillHolds(armed, pending)) {
            router.resume(armed);
        } else {
            committer.commit(armed.disarmed(ReturnReason.REVOKED, loop.now()));
        }
    }

    private boolean stillHolds(BuyState.Armed armed, PendingSignal pending) {
        return armed.openingTime().equals(pending.openingTime())
                && router.fits(armed.buy(), pending)
                && !state.permits().isRevoked(armed.buy().permitId())
                && gate.refusal(armed.buy().runId()).isEmpty();
    }

    private void deny(BuyState.Armed armed, Refusal refusal) {
        committer.commit(armed.denied(refusal.reason(), refusal.detail(), loop.now()));
    }

    /** Price and quantity of a capped buy were known to the process before us alone: it is armed anew, with a price. */
    private boolean isCapped(PendingSignal pending) {
        ListingSignal signal = pending.signal();
        return runs.open(pending)
                .filter(run -> pending.isCapped(
                        run.configuration().orderStyle(), state.listings().rules(signal.listingId())))
                .isPresent();
    }

    private void doubt(Buy buy, List<OrderEvent> events) {
        committer.commit(events);
        doubtful.add(buy);
    }
}
