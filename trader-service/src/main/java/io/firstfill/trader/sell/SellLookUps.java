package io.firstfill.trader.sell;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.position.SellEvents;
import io.firstfill.trader.position.SellState;
import io.firstfill.trader.position.SellState.Stage;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds out what became of sells by their client order ids, until each has ended: look-ups with growing pauses, and
 * pushes that make a look-up come at once. A sell is absent only after two look-ups past its validity and the lists of
 * orders and trades agree. While one stays in doubt a person is called, and look-ups go on.
 */
public final class SellLookUps {
    private static final Duration FIRST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofMinutes(1);
    private static final Duration RESTING = Duration.ofSeconds(15);
    private static final Duration SEARCHED = Duration.ofMinutes(10);

    /** The limits of look-ups: how long the exchange may hide an order, and when a person is called. */
    public record Limits(Duration visibilityDelay, Duration resolveLimit) {}

    private final EngineState state;
    private final OrderCommitter committer;
    private final Venue venue;
    private final EventLoop loop;
    private final Alerts alerts;
    private final Limits limits;
    private final Consumer<SellState> ended;
    private final Map<ClientOrderId, Instant> followed = new HashMap<>();
    private final Set<ClientOrderId> cancelled = new HashSet<>();

    /** @param ended is told of each sell that has ended, after its events are committed */
    public SellLookUps(
            EngineState state,
            OrderCommitter committer,
            Venue venue,
            EventLoop loop,
            Alerts alerts,
            Limits limits,
            Consumer<SellState> ended) {
        this.state = state;
        this.committer = committer;
        this.venue = venue;
        this.loop = loop;
        this.alerts = alerts;
        this.limits = limits;
        this.ended = ended;
    }

    /** Follows a sell until it has ended; one that is followed already is left alone. */
    void follow(SellState sell) {
        if (followed.putIfAbsent(sell.clientOrderId(), loop.now()) == null) {
            loop.after(FIRST, () -> look(sell.clientOrderId(), FIRST, 0));
        }
    }

    /** Asks once, beside the look-ups that go on. */
    void lookNow(SellState sell) {
        follow(sell);
        ask(venue.find(sell.submitted().pair(), sell.clientOrderId()), answer -> {
            if (answer instanceof OrderQueryResult.Found found) {
                open(sell.clientOrderId()).ifPresent(current -> apply(current, found.snapshot()));
            }
        });
    }

    /** We have asked for the cancellation of the sell. */
    void cancelled(SellState sell) {
        cancelled.add(sell.clientOrderId());
    }

    /** Returns whether the push was about a sell. */
    public boolean pushed(OrderPush push) {
        Optional<SellState> known = state.positions().find(push.clientOrderId());
        known.filter(sell -> !sell.isEnded() && sell.stage() != Stage.SUBMITTED).ifPresent(sell -> take(sell, push));
        return known.isPresent();
    }

    /** A whole fill of the very order that was accepted is believed; anything else makes us look. */
    private void take(SellState sell, OrderPush push) {
        OrderSnapshot seen = push.snapshot();
        boolean whole = seen != null
                && seen.status() == OrderSnapshot.Status.FILLED
                && seen.isConclusive()
                && seen.id().equals(sell.exchangeOrderId())
                && seen.filled().compareTo(sell.submitted().quantity()) == 0;
        if (whole && seen != null) {
            apply(sell, seen);
        } else {
            lookNow(sell);
        }
    }

    private Optional<SellState> open(ClientOrderId id) {
        return state.positions().find(id).filter(sell -> !sell.isEnded());
    }

    private void look(ClientOrderId id, Duration delay, int absences) {
        open(id).ifPresentOrElse(
                sell -> ask(venue.find(sell.submitted().pair(), id), answer -> seen(id, answer, delay, absences)),
                () -> followed.remove(id));
    }

    private void seen(ClientOrderId id, OrderQueryResult answer, Duration delay, int absences) {
        SellState sell = open(id).orElse(null);
        if (sell == null) {
            followed.remove(id);
        } else if (answer instanceof OrderQueryResult.Found found) {
            apply(sell, found.snapshot());
            open(id).ifPresent(left -> again(left, answer, delay, 0));
        } else if (answer instanceof OrderQueryResult.Absent && sell.stage() == Stage.IN_DOUBT) {
            absent(sell, answer, delay, absences);
        } else {
            again(sell, answer, delay, absences);
        }
    }

    private void absent(SellState sell, OrderQueryResult answer, Duration delay, int absences) {
        Duration margin = limits.visibilityDelay().multipliedBy(absences + 1L);
        boolean counts = venue.exchangeTime().isAfter(sell.submitted().validUntil().plus(margin));
        if (counts && absences >= 1) {
            search(sell, delay);
        } else {
            again(sell, answer, delay, counts ? absences + 1 : absences);
        }
    }

    private void search(SellState sell, Duration delay) {
        ClientOrderId id = sell.clientOrderId();
        Instant from = sell.submitted().validUntil().minus(SEARCHED);
        ask(venue.search(sell.submitted().pair(), id, sell.exchangeOrderId(), from, venue.exchangeTime()), answer -> {
            SellState current = open(id).orElse(null);
            if (current != null && answer instanceof OrderQueryResult.Absent && sell.equals(current)) {
                String detail = "not found after validUntil=" + sell.submitted().validUntil();
                committer.commit(List.of(SellEvents.absent(sell, detail, loop.now())));
                over(sell);
            } else {
                seen(id, answer, delay, 1);
            }
        });
    }

    private void apply(SellState sell, OrderSnapshot seen) {
        committer.commit(
                SellEvents.seen(sell, seen, cancelled.contains(sell.clientOrderId()), loop.now()));
        if (open(sell.clientOrderId()).isEmpty()) {
            over(sell);
        }
    }

    private void over(SellState sell) {
        followed.remove(sell.clientOrderId());
        cancelled.remove(sell.clientOrderId());
        alerts.clearRaised(AlertKind.UNRESOLVED_ORDER, sell.clientOrderId().value());
        ended.accept(sell);
    }

    private void again(SellState sell, OrderQueryResult answer, Duration delay, int absences) {
        boolean late = isLate(sell);
        if (late) {
            alerts.raise(
                    AlertKind.UNRESOLVED_ORDER,
                    sell.clientOrderId().value(),
                    Severity.CRITICAL,
                    "What became of a sell of " + sell.submitted().pair() + " is not known; nothing more of the "
                            + "position is sold until it is");
        }
        Duration pause = late ? SLOW : isQuiet(sell) ? RESTING : delay;
        Duration tripled = delay.multipliedBy(3);
        Duration next = tripled.compareTo(LONGEST) > 0 ? LONGEST : tripled;
        loop.after(pause(answer, pause), () -> look(sell.clientOrderId(), next, absences));
    }

    private boolean isQuiet(SellState sell) {
        return sell.isResting() && sell.stage() == Stage.ACCEPTED && !cancelled.contains(sell.clientOrderId());
    }

    private boolean isLate(SellState sell) {
        Instant since = followed.getOrDefault(sell.clientOrderId(), loop.now());
        return !isQuiet(sell) && loop.now().isAfter(since.plus(limits.resolveLimit()));
    }

    private Duration pause(OrderQueryResult answer, Duration least) {
        Instant retryAt = answer instanceof OrderQueryResult.Unanswered unanswered ? unanswered.retryAt() : null;
        Duration until = retryAt == null ? Duration.ZERO : Duration.between(loop.now(), retryAt);
        return until.compareTo(least) > 0 ? until : least;
    }

    private void ask(Uni<OrderQueryResult> question, Consumer<OrderQueryResult> then) {
        question.onFailure()
                .recoverWithItem(
                        bug -> new OrderQueryResult.Unanswered(bug.getClass().getSimpleName(), null))
                .subscribe()
                .with(answer -> loop.execute(() -> then.accept(answer)));
    }
}
