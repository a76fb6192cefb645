package io.firstfill.trader.reconcile;

import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.InDoubt;
import io.firstfill.trader.order.BuyState.Unresolved;
import io.firstfill.trader.order.OrderEvents;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;

/**
 * Finds out what became of orders: accepted orders until they are final, orders in doubt until they are found or proved
 * absent. Look-ups are repeated with growing pauses; an order is handed to a person after the resolve limit, whatever
 * the exchange shows, and looked up slowly from then on: none is forgotten.
 */
public final class OrderReconciler {
    /** The order push is quicker: in the documented sample it left 22 ms after the order was created. */
    private static final Duration FIRST = Duration.ofMillis(25);
    /** Between two look-ups of an order that a person has been called for. */
    private static final Duration SLOW = Duration.ofMinutes(1);

    private final EngineState state;
    private final OrderCommitter committer;
    private final OrderQueries queries;
    private final Venue venue;
    private final EventLoop loop;
    private final ReconcileSettings settings;
    private final Trackings trackings = new Trackings();
    private final HandOver handOver;
    private final BiPredicate<Buy, OrderSnapshot> further;

    /** @param further says whether another attempt for the listing follows an end, or has followed it */
    public OrderReconciler(
            EngineState state,
            OrderCommitter committer,
            OrderQueries queries,
            Venue venue,
            EventLoop loop,
            Alerts alerts,
            ReconcileSettings settings,
            BiPredicate<Buy, OrderSnapshot> further) {
        this.further = further;
        this.state = state;
        this.committer = committer;
        this.queries = queries;
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
        this.handOver = new HandOver(committer, trackings, loop, alerts, settings.resolveLimit());
    }

    /** Follows an order whose request was just answered, or is in doubt, until it is settled. */
    public Tracking track(Buy buy) {
        Tracking tracking = trackings.begin(buy, loop.now());
        loop.after(FIRST, () -> look(buy, Tracking.longer(FIRST), 0));
        return tracking;
    }

    /** Follows an order of the past; it is asked about at once. */
    public Tracking takeUp(Buy buy) {
        Tracking tracking = trackings.begin(buy, loop.now());
        find(buy).filter(BuyState.HandedOver.class::isInstance).ifPresent(handed -> handOver.alert(buy));
        look(buy, FIRST, 0);
        return tracking;
    }

    /** Takes an end that was pushed; {@code confirmed} completes when a look-up has confirmed the end, or denied it. */
    void pushed(BuyState current, OrderSnapshot end, CompletionStage<ReconcileResult> confirmed) {
        apply(current, end, new ReconcileResult.Pushed(current.buy(), confirmed));
    }

    /** Takes an end with nothing bought that was pushed; look-ups go on, and settle the order. */
    void emptied(Buy buy, OrderSnapshot end) {
        trackings.emptied(new ReconcileResult.PushedEmpty(buy, end), loop.now());
    }

    /** A person has ended the order. */
    void settled(Buy buy) {
        handOver.over(new ReconcileResult.HandedOver(buy));
    }

    /** Asks once, beside the look-ups that go on. Completes on the event loop with the answer. */
    public CompletionStage<Void> lookNow(Buy buy) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        trackings.goOn(buy);
        queries.find(buy, answer -> {
            if (answer instanceof OrderQueryResult.Found found) {
                find(buy).ifPresent(current -> apply(current, found.snapshot()));
            }
            answered.complete(null);
        });
        return answered;
    }

    private void look(Buy buy, Duration delay, int absences) {
        Duration rest = trackings.rest(buy, loop.now());
        if (rest.isPositive()) {
            loop.after(rest, () -> look(buy, delay, absences));
        } else {
            queries.find(buy, answer -> seen(buy, answer, delay, absences));
        }
    }

    private void seen(Buy buy, OrderQueryResult answer, Duration delay, int absences) {
        BuyState current = find(buy).orElse(null);
        if (current != null && answer instanceof OrderQueryResult.Found found) {
            found(current, found, delay);
            return;
        }
        trackings.looked(buy);
        if (current == null) {
            return; // it has ended meanwhile
        }
        if (answer instanceof OrderQueryResult.NoCredential) {
            trackings.couldNotAsk(buy, loop.now());
            again(buy, answer, delay, absences);
        } else if (current instanceof InDoubt doubtful) {
            notFound(doubtful, answer, delay, absences);
        } else if (current instanceof Accepted accepted) {
            overdue(accepted, answer, delay);
        }
    }

    private void found(BuyState current, OrderQueryResult.Found found, Duration delay) {
        apply(current, found.snapshot());
        find(current.buy()).ifPresent(open -> {
            if (open instanceof Accepted live && handOver.isDue(live.buy(), Instant.MIN)) {
                handOver(live, "shown as " + found.snapshot().status() + " for " + settings.resolveLimit());
            } else {
                again(open.buy(), found, delay, 0);
            }
        });
    }

    private void apply(BuyState current, OrderSnapshot snapshot) {
        apply(current, snapshot, new ReconcileResult.Ended(current.buy(), snapshot));
    }

    /** Commits what a snapshot means for an order that is not settled. */
    private void apply(BuyState current, OrderSnapshot snapshot, ReconcileResult ended) {
        Buy buy = current.buy();
        handOver.seen(buy, snapshot, state.listings().lastAttempt(ListingKey.of(buy)));
        Runnable looked = () -> trackings.looked(buy);
        committer.commit(OrderEvents.seen(current, snapshot, further.test(buy, snapshot), loop.now()), looked, looked);
        if (find(buy).isEmpty()) {
            handOver.over(ended);
        }
    }

    /**
     * An order is absent only after an absence has been seen twice, each time when the exchange could no longer accept
     * the request and its visibility delay had passed once more, and the list of all orders agrees.
     */
    private void notFound(InDoubt current, OrderQueryResult answer, Duration delay, int absences) {
        if (!(answer instanceof OrderQueryResult.Absent) || !HandOver.mayBeAbsent(current, venue.exchangeTime())) {
            continueOrHandOver(current, answer, delay, absences);
            return;
        }
        Duration margin = settings.visibilityDelay().multipliedBy(absences + 1L);
        boolean counts = venue.exchangeTime().isAfter(current.validUntil().plus(margin));
        if (counts && absences >= 1) {
            crossCheck(current, delay);
        } else {
            again(current.buy(), answer, delay, counts ? absences + 1 : absences);
        }
    }

    private void crossCheck(InDoubt current, Duration delay) {
        queries.search(current, null, current.validUntil(), this::anew, answer -> {
            if (answer instanceof OrderQueryResult.Absent) {
                committer.commit(current.absent("not found after validUntil=" + current.validUntil(), loop.now()));
                handOver.over(new ReconcileResult.Absent(current.buy()));
            } else {
                seen(current.buy(), answer, delay, 1);
            }
        });
    }

    private void continueOrHandOver(InDoubt current, OrderQueryResult answer, Duration delay, int absences) {
        if (!(current instanceof Unresolved doubtful)
                || !handOver.isDue(doubtful.buy(), venue.localTimeOf(doubtful.validUntil()))) {
            again(current.buy(), answer, delay, absences);
            return;
        }
        queries.search(doubtful, null, doubtful.validUntil(), this::anew, last -> {
            if (last instanceof OrderQueryResult.Found found) {
                found(doubtful, found, delay);
            } else {
                String detail = "look-ups failed for " + settings.resolveLimit();
                handOver.commit(doubtful.buy(), doubtful.handedOver(detail, loop.now()));
                again(doubtful.buy(), last, SLOW, 0);
            }
        });
    }

    /** The exchange took the order and does not show it: our trades count, else only a person can find out. */
    private void overdue(Accepted current, OrderQueryResult answer, Duration delay) {
        if (!handOver.isDue(current.buy(), Instant.MIN)) {
            again(current.buy(), answer, delay, 0);
            return;
        }
        queries.search(current, current.exchangeOrderId(), current.buy().lastValidity(), this::anew, last -> {
            if (last instanceof OrderQueryResult.Found found
                    && !found.snapshot().filled().isZero()) {
                OrderSnapshot end = found.snapshot().ended(current.buy().terms());
                found(current, new OrderQueryResult.Found(end), delay);
            } else {
                handOver(current, "not seen again for " + settings.resolveLimit());
            }
        });
    }

    private void handOver(Accepted current, String detail) {
        handOver.commit(current.buy(), current.handedOver(detail, loop.now()));
        again(current.buy(), new OrderQueryResult.Absent(), SLOW, 0);
    }

    private void again(Buy buy, OrderQueryResult answer, Duration delay, int absences) {
        boolean slow = find(buy).filter(BuyState.HandedOver.class::isInstance).isPresent();
        Duration wait = Tracking.pause(answer, slow ? SLOW : delay, loop.now());
        loop.after(wait, () -> look(buy, Tracking.longer(delay), absences));
    }

    private void anew(Buy buy) {
        look(buy, FIRST, 0);
    }

    private Optional<BuyState> find(Buy buy) {
        return state.orders().find(buy.clientOrderId());
    }

    /** Drops the look-ups of orders that have ended and of which all events are durable. */
    public void forgetEnded() {
        trackings.forgetEnded();
    }
}
