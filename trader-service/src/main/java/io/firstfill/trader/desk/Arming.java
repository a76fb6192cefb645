package io.firstfill.trader.desk;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.RunId;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Refusal;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Step;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scheduled buys between OrderArmed and the request at the opening. What is armed can be taken back until its bell has
 * rung; a buy whose bell has rung counts as sent.
 */
final class Arming {
    /** The clock offset is read for the last time this long before the opening. */
    private static final Duration LAST_READING = Duration.ofMillis(500);

    /** Until then the clock is followed, this often. */
    private static final Duration AIMED = Duration.ofMillis(250);

    private static final List<Duration> WARM_UPS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(1));

    /** Between two looks whether the mandate is back. */
    private static final Duration HELD = Duration.ofMillis(10);

    private final DeskParts desk;
    private final Teller teller;
    private final Sending sending;
    /** Silenced by the thread that loses the partitions while the desk's thread may add to it. */
    private final Map<ClientOrderId, Bell> bells = new ConcurrentHashMap<>();

    private volatile boolean closed;

    Arming(DeskParts desk, Teller teller, Sending sending) {
        this.desk = desk;
        this.teller = teller;
        this.sending = sending;
    }

    void arm(Buy buy, Instant opening) {
        Step step = BuyState.arm(buy, opening, desk.now());
        desk.venue().warmUp();
        teller.commit(step, () -> desk.thread().execute(() -> prepare(buy.clientOrderId())));
    }

    /** From here on it fires unless disarmed; its OrderArmed is durable. */
    void prepare(ClientOrderId id) {
        if (!(desk.state().buy(id).orElse(null) instanceof Armed armed) || bells.containsKey(id)) {
            return;
        }
        Instant now = desk.venue().exchangeTime();
        if (!now.isBefore(armed.buy().deadline())) {
            expired(armed, DenialReason.SIGNAL_EXPIRED, "its OrderArmed was late");
            return;
        }
        Instant stamp = now.isAfter(armed.openingTime()) ? now : armed.openingTime();
        Ticket ticket = desk.venue().sign(armed.buy(), stamp);
        Armed signed = armed.signed(ticket.signedAt());
        desk.state().put(signed);
        set(
                signed,
                new Bell(
                        desk.mandate()::holds,
                        () -> desk.venue().load(ticket),
                        shot -> ring(id, ticket, shot),
                        bell -> desk.thread().execute(() -> held(id, bell))));
    }

    /** Its moment came without the mandate: it is shot, signed anew, as soon as that is back, if that is in time. */
    private void held(ClientOrderId id, Bell bell) {
        if (bells.get(id) != bell || !(desk.state().buy(id).orElse(null) instanceof Armed armed)) {
            return;
        }
        if (!desk.venue().exchangeTime().isBefore(armed.buy().deadline())) {
            bells.remove(id);
            expired(armed, DenialReason.LEASE_LOST, "another trader might have acted at the opening");
        } else if (desk.mandate().holds()) {
            bells.remove(id);
            prepare(id);
        } else {
            desk.thread().after(HELD, () -> held(id, bell));
        }
    }

    /** Nothing was sent. */
    private void expired(Armed armed, DenialReason reason, String detail) {
        desk.state().listings.decided(key(armed.buy()));
        teller.commit(armed.denied(
                reason, detail + " deadline=" + armed.buy().deadline(), ReturnReason.NOT_BOUGHT, desk.now()));
    }

    private void set(Armed armed, Bell bell) {
        bells.put(armed.buy().clientOrderId(), bell);
        if (closed) {
            bell.disarm();
        }
        if (untilOpening(armed).isPositive()) {
            WARM_UPS.forEach(before -> desk.thread()
                    .after(untilOpening(armed).minus(before), () -> desk.venue().warmUp()));
        }
        aim(bell, armed);
    }

    /** Looks again and again where the opening is by our clock: the exchange's may run away, or jump, while we wait. */
    private void aim(Bell bell, Armed armed) {
        Duration left = untilOpening(armed).minus(LAST_READING);
        if (!left.isPositive()) {
            start(bell, armed);
        } else if (bells.get(armed.buy().clientOrderId()) == bell) {
            desk.thread().after(left.compareTo(AIMED) > 0 ? AIMED : left, () -> aim(bell, armed));
        }
    }

    private Duration untilOpening(Armed armed) {
        return Duration.between(desk.clock().instant(), desk.venue().localTimeOf(armed.openingTime()));
    }

    private void start(Bell bell, Armed armed) {
        Instant arrival = desk.venue().localTimeOf(armed.openingTime());
        bell.ringAt(arrival.minus(desk.venue().lead()), desk.clock());
    }

    /** On the bell's own thread: the request goes before anything else is done. */
    private void ring(ClientOrderId id, Ticket ticket, Venue.Shot shot) {
        Instant firedAt = desk.now();
        Uni<PlaceAnswer> answer = shot.fire();
        desk.thread().execute(() -> fired(id, ticket, firedAt, answer));
    }

    private void fired(ClientOrderId id, Ticket ticket, Instant firedAt, Uni<PlaceAnswer> answer) {
        bells.remove(id);
        if (desk.state().buy(id).orElse(null) instanceof Armed armed) {
            Step step = armed.fired(firedAt);
            desk.state().listings.decided(key(armed.buy()));
            teller.commit(step, () -> desk.thread().execute(() -> durable(id)));
            sending.follow(step.next().buy(), ticket, firedAt, answer);
        }
    }

    private void durable(ClientOrderId id) {
        BuyState known = desk.state().buy(id).orElse(null);
        if (known instanceof BuyState.Submitted submitted) {
            desk.state().put(submitted.durable(desk.now()));
        } else if (known instanceof BuyState.Accepted accepted) {
            desk.state().put(accepted.durable(desk.now()));
        }
    }

    /** The listing waits again; another permit may arm it again. */
    void disarm(Waiting waiting, ReturnReason why) {
        armed(waiting).filter(this::silence).ifPresent(armed -> teller.commit(armed.disarmed(why, desk.now())));
    }

    /** False when it has been sent. */
    boolean deny(Waiting waiting, Refusal refusal, ReturnReason why) {
        return armed(waiting)
                .filter(this::silence)
                .map(armed -> {
                    desk.state().listings.decided(waiting.key());
                    teller.commit(armed.denied(refusal.reason(), refusal.detail(), why, desk.now()));
                    return true;
                })
                .orElse(false);
    }

    boolean isArmed(Waiting waiting) {
        return armed(waiting).isPresent();
    }

    private java.util.Optional<Armed> armed(Waiting waiting) {
        ClientOrderId id = idOf(waiting);
        return desk.state().buy(id).filter(Armed.class::isInstance).map(Armed.class::cast);
    }

    private boolean silence(Armed armed) {
        Bell bell = bells.get(armed.buy().clientOrderId());
        boolean silent = bell == null || bell.disarm();
        if (silent) {
            bells.remove(armed.buy().clientOrderId());
        }
        return silent;
    }

    /**
     * The desk is being closed: whoever takes over arms again. A bell added meanwhile is either seen here or sees that it
     * is too late.
     */
    void silenceAll() {
        closed = true;
        bells.values().forEach(Bell::disarm);
    }

    static ClientOrderId idOf(Waiting waiting) {
        RunId run = waiting.signal().runId();
        return ClientOrderId.derivedFrom(run, waiting.signal().listingId(), "b", waiting.attempt());
    }

    static ListingKey key(Buy buy) {
        return new ListingKey(buy.runId(), buy.listingId());
    }
}
