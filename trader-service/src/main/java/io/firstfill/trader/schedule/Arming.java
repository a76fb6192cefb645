package io.firstfill.trader.schedule;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.trader.firing.OpeningTimer;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.submit.SentRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds scheduled buys between OrderArmed and the request at the opening. An armed buy can be taken back until its
 * timer has fired; a buy whose timer has fired counts as sent.
 */
public final class Arming {
    /** Between two checks whether the lease is back. */
    private static final Duration LEASE_RECHECK = Duration.ofMillis(10);

    private final EngineState state;
    private final OrderCommitter committer;
    private final Venue venue;
    private final TradingLease lease;
    private final EventLoop loop;
    private final Aim aim;
    /** Cancelled by the thread that loses the partitions while the event loop may add to them. */
    private final Map<ClientOrderId, OpeningTimer> timers = new ConcurrentHashMap<>();

    /** The armings that are signed. */
    private final Map<ClientOrderId, ArmedBuy> armings = new HashMap<>();

    private volatile boolean closed;

    /**
     * One arming of an order. A listing that is armed again has the same order and another permit: what becomes of the
     * first arming, such as that its OrderArmed is durable at last, says nothing of the second.
     */
    private record ArmedBuy(ClientOrderId id, PermitId permit, CompletableFuture<ArmingResult> result) {
        private static ArmedBuy of(Buy buy) {
            return new ArmedBuy(buy.clientOrderId(), buy.permitId(), new CompletableFuture<>());
        }
    }

    public Arming(
            EngineState state, OrderCommitter committer, Venue venue, TradingLease lease, EventLoop loop, Aim aim) {
        this.state = state;
        this.committer = committer;
        this.venue = venue;
        this.lease = lease;
        this.loop = loop;
        this.aim = aim;
    }

    /** Commits OrderArmed; once that is durable the buy fires at its opening unless it is disarmed. */
    public CompletionStage<ArmingResult> arm(Buy buy, Instant opening) {
        ArmedBuy armed = ArmedBuy.of(buy);
        venue.warmUp();
        state.plan(buy);
        committer.commit(BuyState.arm(buy, opening, loop.now()), () -> prepare(armed), () -> neverDurable(armed));
        return armed.result();
    }

    /**
     * Its OrderArmed was dropped. The order could never be recovered, so that it is not sent and its permit returns.
     */
    private void neverDurable(ArmedBuy buy) {
        find(buy).ifPresent(armed -> expired(buy, armed, DenialReason.NOT_SENT, "its OrderArmed can never be written"));
    }

    /** Prepares a buy whose OrderArmed is durable since before a restart. */
    public CompletionStage<ArmingResult> resume(Armed known) {
        ArmedBuy armed = ArmedBuy.of(known.buy());
        state.plan(known.buy());
        prepare(armed);
        return armed.result();
    }

    private void prepare(ArmedBuy buy) {
        Armed armed = find(buy).orElse(null);
        if (armed == null || timers.containsKey(buy.id())) {
            return;
        }
        Instant now = venue.exchangeTime();
        if (!now.isBefore(armed.buy().deadline())) {
            expired(buy, armed, DenialReason.SIGNAL_EXPIRED, "its OrderArmed was late");
            return;
        }
        armings.put(buy.id(), buy);
        Instant stamp = now.isAfter(armed.openingTime()) ? now : armed.openingTime();
        Ticket ticket = venue.sign(armed.buy(), stamp);
        Armed signed = armed.signed(ticket.signedAt());
        state.refine(signed);
        set(
                signed,
                new OpeningTimer(
                        lease::holds,
                        () -> venue.load(ticket),
                        shot -> fire(buy, ticket, shot),
                        timer -> loop.execute(() -> held(buy, timer))));
    }

    /**
     * The moment came without the lease: the request is signed anew and sent as soon as the lease is back, if in time.
     */
    private void held(ArmedBuy buy, OpeningTimer timer) {
        Armed armed = find(buy).orElse(null);
        if (timers.get(buy.id()) != timer || armed == null) {
            return;
        }
        if (!venue.exchangeTime().isBefore(armed.buy().deadline())) {
            timers.remove(buy.id());
            expired(buy, armed, DenialReason.LEASE_LOST, "another trader might have acted at the opening");
        } else if (lease.holds()) {
            timers.remove(buy.id());
            prepare(buy);
        } else {
            loop.after(LEASE_RECHECK, () -> held(buy, timer));
        }
    }

    /** Nothing was sent. */
    private void expired(ArmedBuy buy, Armed armed, DenialReason reason, String detail) {
        committer.commit(
                armed.denied(reason, detail + " deadline=" + armed.buy().deadline(), loop.now()));
        buy.result().complete(new ArmingResult.Expired(armed.buy()));
    }

    private void set(Armed armed, OpeningTimer timer) {
        timers.put(armed.buy().clientOrderId(), timer);
        if (closed) {
            timer.cancel();
        }
        aim.at(armed, timer, () -> timers.get(armed.buy().clientOrderId()) == timer);
    }

    /** Runs on the firing thread: the request leaves before anything else is done. */
    private void fire(ArmedBuy buy, Ticket ticket, Venue.Shot shot) {
        Instant firedAt = loop.now();
        Uni<PlaceAnswer> answer = shot.fire();
        loop.execute(() -> fired(buy, new SentRequest(ticket, firedAt, answer)));
    }

    private void fired(ArmedBuy buy, SentRequest sent) {
        timers.remove(buy.id());
        armings.remove(buy.id());
        find(buy).ifPresent(armed -> {
            committer.holdEvents();
            committer.commit(armed.fired(sent.sentAt()), () -> durable(buy.id()));
            Buy submitted = state.orders().find(buy.id()).orElse(armed).buy();
            buy.result().complete(new ArmingResult.Fired(submitted, sent));
        });
    }

    private void durable(ClientOrderId id) {
        switch (state.orders().find(id).orElse(null)) {
            case Submitted submitted -> state.refine(submitted.durable(loop.now()));
            case Accepted accepted -> state.refine(accepted.durable(loop.now()));
            case null, default -> {
                // its timeline is of no use any more
            }
        }
    }

    /** Takes an armed buy back: its listing is pending again, and another permit may arm it again. */
    public void disarm(PendingSignal pending, ReturnReason why) {
        armed(pending).filter(this::cancel).ifPresent(armed -> committer.commit(armed.disarmed(why, loop.now())));
    }

    /** Takes an armed buy back for good; without effect when it has been sent. */
    public void deny(PendingSignal pending, DenialReason reason, String detail) {
        armed(pending)
                .filter(this::cancel)
                .ifPresent(armed -> committer.commit(armed.denied(reason, detail, loop.now())));
    }

    /**
     * Signs every armed buy with the key in use, which has changed: the exchange may not take the key before any more.
     * What has fired is with the exchange already.
     */
    public void signAnew() {
        for (ArmedBuy buy : List.copyOf(armings.values())) {
            OpeningTimer timer = timers.get(buy.id());
            if (timer != null && timer.cancel()) {
                timers.remove(buy.id());
                prepare(buy);
            }
        }
    }

    public boolean isArmed(PendingSignal pending) {
        return armed(pending).isPresent();
    }

    private Optional<Armed> armed(PendingSignal pending) {
        return find(pending.orderId());
    }

    private Optional<Armed> find(ArmedBuy buy) {
        return find(buy.id()).filter(armed -> armed.buy().permitId().equals(buy.permit()));
    }

    private Optional<Armed> find(ClientOrderId id) {
        return state.orders().find(id).filter(Armed.class::isInstance).map(Armed.class::cast);
    }

    private boolean cancel(Armed armed) {
        OpeningTimer timer = timers.get(armed.buy().clientOrderId());
        boolean canceled = timer == null || timer.cancel();
        if (canceled) {
            timers.remove(armed.buy().clientOrderId());
            armings.remove(armed.buy().clientOrderId());
        }
        return canceled;
    }

    /**
     * Cancels all timers, because the engine is being closed; whoever takes over arms again. A timer added meanwhile is
     * either seen here or sees that it is too late.
     */
    public void cancelAll() {
        closed = true;
        timers.values().forEach(OpeningTimer::cancel);
    }
}
