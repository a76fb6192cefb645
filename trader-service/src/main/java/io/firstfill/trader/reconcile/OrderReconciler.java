package io.firstfill.trader.reconcile;

import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Unresolved;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of orders: accepted orders until they are final, orders in doubt until they are found or proved
 * absent. Look-ups are repeated with growing pauses; an order is handed to a person after the resolve limit.
 */
public final class OrderReconciler {
    private static final Duration FIRST = Duration.ofMillis(10);

    private final EngineState state;
    private final OrderCommitter committer;
    private final OrderQueries queries;
    private final Venue venue;
    private final EventLoop loop;
    private final Alerts alerts;
    private final ReconcileSettings settings;
    private final Trackings trackings = new Trackings();

    public OrderReconciler(
            EngineState state,
            OrderCommitter committer,
            OrderQueries queries,
            Venue venue,
            EventLoop loop,
            Alerts alerts,
            ReconcileSettings settings) {
        this.state = state;
        this.committer = committer;
        this.queries = queries;
        this.venue = venue;
        this.loop = loop;
        this.alerts = alerts;
        this.settings = settings;
    }

    /** Follows an order whose request was just answered, or is in doubt, until it is settled. */
    public CompletionStage<ReconcileResult> track(Buy buy) {
        Tracking tracking = trackings.begin(buy, loop.now());
        next(buy, FIRST, 0);
        return tracking.result();
    }

    /** Follows an order of the past; it is asked about at once. */
    public Tracking takeUp(Buy buy) {
        Tracking tracking = trackings.begin(buy, loop.now());
        look(buy, FIRST, 0);
        return tracking;
    }

    /** Takes a snapshot however it came; look-ups under way find the order settled. */
    public void observe(BuyState current, OrderSnapshot snapshot) {
        apply(current, snapshot);
    }

    /** Asks once, beside the look-ups that go on. Completes on the event loop with the answer. */
    CompletionStage<Void> lookNow(Buy buy) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        queries.find(buy, answer -> {
            if (answer instanceof OrderQueryResult.Found found) {
                find(buy).ifPresent(current -> apply(current, found.snapshot()));
            }
            answered.complete(null);
        });
        return answered;
    }

    private void next(Buy buy, Duration delay, int absences) {
        loop.after(delay, () -> look(buy, Tracking.longer(delay), absences));
    }

    private void look(Buy buy, Duration delay, int absences) {
        queries.find(buy, answer -> seen(buy, answer, delay, absences));
    }

    private void seen(Buy buy, OrderQueryResult answer, Duration delay, int absences) {
        BuyState current = find(buy).orElse(null);
        if (answer instanceof OrderQueryResult.Found found) {
            found(current, found, delay);
            return;
        }
        trackings.looked(buy);
        if (answer instanceof OrderQueryResult.NoCredential) {
            trackings.couldNotAsk(buy, loop.now());
            again(buy, answer, delay, absences);
        } else if (current instanceof Unresolved doubtful) {
            notFound(doubtful, answer, delay, absences);
        } else if (current instanceof Accepted accepted) {
            overdue(accepted, answer, delay);
        }
    }

    private void found(@Nullable BuyState current, OrderQueryResult.Found found, Duration delay) {
        if (current != null) {
            apply(current, found.snapshot());
            find(current.buy()).filter(Accepted.class::isInstance).ifPresent(live -> next(live.buy(), delay, 0));
        }
    }

    /** Commits what a snapshot means for an order that is not settled. */
    private void apply(BuyState current, OrderSnapshot snapshot) {
        List<OrderEvent> events =
                switch (current) {
                    case Accepted accepted -> accepted.observed(snapshot, loop.now());
                    case Unresolved doubtful -> doubtful.found(snapshot, loop.now());
                    case BuyState.Armed armed -> List.of();
                    case BuyState.Submitted submitted -> List.of();
                    case BuyState.Ended ended -> List.of();
                };
        Buy buy = current.buy();
        committer.commit(events, () -> trackings.looked(buy));
        if (find(buy).isEmpty()) {
            alerts.clearRaised(AlertKind.UNRESOLVED_ORDER, buy.clientOrderId().value());
            trackings.settled(new ReconcileResult.Ended(buy, snapshot));
        }
    }

    /**
     * An order is absent only after an absence has been seen twice, each time when the exchange could no longer accept
     * the request and its visibility delay had passed once more, and the list of all orders agrees.
     */
    private void notFound(Unresolved current, OrderQueryResult answer, Duration delay, int absences) {
        if (!(answer instanceof OrderQueryResult.Absent)) {
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

    private void crossCheck(Unresolved current, Duration delay) {
        queries.search(current, null, current.validUntil(), answer -> {
            if (answer instanceof OrderQueryResult.Absent) {
                alerts.clearRaised(
                        AlertKind.UNRESOLVED_ORDER,
                        current.buy().clientOrderId().value());
                committer.commit(current.absent("not found after validUntil=" + current.validUntil(), loop.now()));
                trackings.settled(new ReconcileResult.Absent(current.buy()));
            } else {
                seen(current.buy(), answer, delay, 1);
            }
        });
    }

    private void continueOrHandOver(Unresolved current, OrderQueryResult answer, Duration delay, int absences) {
        if (!isOver(current.buy(), venue.localTimeOf(current.validUntil()))) {
            again(current.buy(), answer, delay, absences);
            return;
        }
        queries.search(current, null, current.validUntil(), last -> {
            if (last instanceof OrderQueryResult.Found found) {
                found(current, found, delay);
            } else {
                handOver(
                        current.buy(),
                        "An order could not be settled by look-ups and is handed to the operator",
                        current.handedOver("look-ups failed for " + settings.resolveLimit(), loop.now()));
            }
        });
    }

    /**
     * The exchange took the order and does not show it: what our trades say counts, else only a person can find out.
     */
    private void overdue(Accepted current, OrderQueryResult answer, Duration delay) {
        if (!isOver(current.buy(), Instant.MIN)) {
            again(current.buy(), answer, delay, 0);
            return;
        }
        queries.search(current, current.exchangeOrderId(), current.buy().lastValidity(), last -> {
            if (last instanceof OrderQueryResult.Found found
                    && !found.snapshot().filled().isZero()) {
                OrderSnapshot end = found.snapshot().ended(current.buy().terms());
                found(current, new OrderQueryResult.Found(end), delay);
            } else {
                handOver(
                        current.buy(),
                        "An accepted order has no known end and is handed to the operator",
                        current.handedOver("not seen again for " + settings.resolveLimit(), loop.now()));
            }
        });
    }

    private void handOver(Buy buy, String summary, List<OrderEvent> events) {
        alerts.raise(
                AlertKind.UNRESOLVED_ORDER,
                buy.clientOrderId().value(),
                Severity.CRITICAL,
                summary + ": " + buy.pair());
        committer.commit(events);
        trackings.settled(new ReconcileResult.HandedOver(buy));
    }

    private void again(Buy buy, OrderQueryResult answer, Duration delay, int absences) {
        Duration wait = delay;
        if (answer instanceof OrderQueryResult.Unanswered unanswered && unanswered.retryAt() != null) {
            Duration until = Duration.between(loop.now(), unanswered.retryAt());
            wait = until.compareTo(delay) > 0 ? until : delay;
        }
        Duration following = Tracking.longer(delay);
        loop.after(wait, () -> look(buy, following, absences));
    }

    /**
     * Whether look-ups have failed for the resolve limit, counted from the later of the time and the first question.
     */
    private boolean isOver(Buy buy, Instant notBefore) {
        Instant since = trackings.askedSince(buy, loop.now());
        Instant from = notBefore.isAfter(since) ? notBefore : since;
        return loop.now().isAfter(from.plus(settings.resolveLimit()));
    }

    private Optional<BuyState> find(Buy buy) {
        return state.orders().find(buy.clientOrderId());
    }

    /** Drops the look-ups of orders that have ended and of which all events are durable. */
    public void forgetEnded() {
        trackings.forgetEnded();
    }
}
