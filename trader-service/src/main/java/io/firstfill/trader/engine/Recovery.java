package io.firstfill.trader.engine;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
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
import java.util.Optional;
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
    /** Where a stop is unanswered, answering it takes the order back, after RunStopping. */
    private static final Refusal STOPPED = Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopped before a restart");

    private final EngineState state;
    private final OrderCommitter committer;
    private final OrderRouter router;
    private final SendGate gate;
    private final Venue venue;
    private final EventLoop loop;

    Recovery(
            EngineState state,
            OrderCommitter committer,
            OrderRouter router,
            SendGate gate,
            Venue venue,
            EventLoop loop) {
        this.state = state;
        this.committer = committer;
        this.router = router;
        this.gate = gate;
        this.venue = venue;
        this.loop = loop;
    }

    /** Completes when every order has been asked about once and what was learned is durable. */
    CompletableFuture<Void> run() {
        committer.completePast();
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        for (BuyState current : state.orders().all()) {
            switch (current) {
                case BuyState.Armed armed -> armed(armed).ifPresent(looks::add);
                case BuyState.Submitted submitted -> looks.add(doubt(submitted.buy(), submitted.restarted(loop.now())));
                case BuyState.Accepted accepted -> looks.add(look(accepted.buy()));
                case BuyState.InDoubt doubtful -> looks.add(look(doubtful.buy()));
                case BuyState.Ended ended -> {}
            }
        }
        return CompletableFuture.allOf(looks.toArray(CompletableFuture<?>[]::new));
    }

    /**
     * Orders are replayed further back than a signal lives after its deadline, so that a signal that old without an
     * order was answered in its time. To be called before any signal is decided.
     */
    void dropOldSignals() {
        Instant horizon = loop.now().minus(ReplayWindows.SIGNAL_ANSWERED);
        for (PendingSignal pending : state.listings().all()) {
            boolean armed = state.orders().find(pending.orderId()).isPresent();
            if (!armed && pending.deadline().isBefore(horizon)) {
                state.drop(pending.key(), loop.now());
            }
        }
    }

    private Optional<CompletableFuture<Void>> armed(BuyState.Armed armed) {
        if (!venue.exchangeTime().plus(EARLY).isBefore(armed.openingTime())) {
            return Optional.of(doubt(armed.buy(), armed.restarted(loop.now())));
        }
        state.listings()
                .find(ListingKey.of(armed.buy()))
                .filter(pending -> pending.orderId().equals(armed.buy().clientOrderId()))
                .ifPresentOrElse(pending -> unfired(armed, pending), () -> deny(armed, NO_SIGNAL));
        return Optional.empty();
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
                && !state.permits().isRevoked(armed.buy().permitId())
                && gate.refusal(armed.buy().runId()).isEmpty();
    }

    private void deny(BuyState.Armed armed, Refusal refusal) {
        committer.commit(armed.denied(refusal.reason(), refusal.detail(), loop.now()));
    }

    /** Price and quantity of a capped buy were known to the process before us alone: it is armed anew, with a price. */
    private boolean isCapped(PendingSignal pending) {
        ListingSignal signal = pending.signal();
        return state.runs()
                .open(signal.runId())
                .filter(run -> pending.isCapped(
                        run.configuration().orderStyle(), state.listings().rules(signal.listingId())))
                .isPresent();
    }

    private CompletableFuture<Void> doubt(Buy buy, List<OrderEvent> events) {
        committer.commit(events);
        return look(buy);
    }

    private CompletableFuture<Void> look(Buy buy) {
        return router.takeUp(buy).firstLook();
    }
}
