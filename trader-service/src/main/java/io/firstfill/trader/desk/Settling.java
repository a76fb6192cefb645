package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Unresolved;
import io.firstfill.trader.order.Held;
import io.firstfill.trader.order.LookUp;
import io.firstfill.trader.order.Sighting;
import io.firstfill.trader.order.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out what became of orders: accepted ones until they are final, doubtful ones until they are found or absent. */
final class Settling {
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final DeskParts desk;
    private final Teller teller;
    private final Endings endings;
    private final Questions questions;
    private final Map<ClientOrderId, Runnable> firstLooks = new ConcurrentHashMap<>();
    private Consumer<BuyState> begun = state -> {};
    /** Since when the exchange could be asked in this life of the desk: no time away and none without a key counts. */
    private final Map<ClientOrderId, Instant> asked = new HashMap<>();

    /** Told on the desk's thread what the exchange has made of an order. */
    interface Endings {
        void accepted(Buy buy);

        void ended(Buy buy, Sighting end);
    }

    Settling(DeskParts desk, Teller teller, Endings endings) {
        this.endings = endings;
        this.questions = new Questions(desk);
        this.desk = desk;
        this.teller = teller;
        teller.afterEnd(buy -> asked.remove(buy.clientOrderId()));
    }

    /** @param listener told of an order when its request is answered, or in doubt */
    void afterBegin(Consumer<BuyState> listener) {
        begun = listener;
    }

    /** Takes the exchange's word however it came; look-ups under way find the order settled. */
    void told(BuyState state, Sighting sighting) {
        apply(state, sighting);
    }

    /** Asks once, beside the look-ups that go on. */
    void lookNow(Buy buy, Runnable answered) {
        questions.find(buy, answer -> {
            if (answer instanceof LookUp.Found found) {
                desk.state().buy(buy.clientOrderId()).ifPresent(state -> apply(state, found.sighting()));
            }
            answered.run();
        });
    }

    void accepted(Step step) {
        begin(step);
        endings.accepted(step.next().buy());
    }

    void unresolved(Step step) {
        begin(step);
    }

    private void begin(Step step) {
        teller.commit(step);
        asked.put(step.next().buy().clientOrderId(), desk.now());
        next(step.next().buy(), FIRST, 0);
        begun.accept(step.next());
    }

    /**
     * Takes up an order of the past.
     *
     * @param looked run, on any thread, when it has been asked about once and, if found, what was learned is durable
     */
    void takeUp(BuyState state, Runnable looked) {
        firstLooks.put(state.buy().clientOrderId(), looked);
        asked.put(state.buy().clientOrderId(), desk.now());
        look(state.buy(), FIRST, 0);
    }

    private void next(Buy buy, Duration delay, int absences) {
        desk.thread().after(delay, () -> look(buy, longer(delay), absences));
    }

    private void look(Buy buy, Duration delay, int absences) {
        questions.find(buy, answer -> seen(buy, answer, delay, absences));
    }

    private void seen(Buy buy, LookUp answer, Duration delay, int absences) {
        BuyState state = desk.state().buy(buy.clientOrderId()).orElse(null);
        if (answer instanceof LookUp.Found found) {
            found(state, found, delay);
            return;
        }
        looked(buy);
        if (answer instanceof LookUp.NoCredential) {
            asked.put(buy.clientOrderId(), desk.now());
            again(buy, answer, delay, absences);
        } else if (state instanceof Unresolved doubtful) {
            notFound(doubtful, answer, delay, absences);
        } else if (state instanceof Accepted accepted) {
            overdue(accepted, answer, delay);
        }
    }

    private void found(@Nullable BuyState state, LookUp.Found found, Duration delay) {
        if (state != null && apply(state, found.sighting()) instanceof Accepted live) {
            next(live.buy(), delay, 0);
        }
    }

    /** Tells what a sighting means for an order that is not settled; returns how that leaves it. */
    private BuyState apply(BuyState state, Sighting sighting) {
        Step step;
        if (state instanceof Accepted accepted) {
            step = accepted.observed(sighting, before(accepted), desk.now());
        } else if (state instanceof Unresolved doubtful) {
            step = doubtful.found(sighting, before(doubtful), desk.now());
        } else {
            return state;
        }
        Buy buy = step.next().buy();
        teller.commit(step, () -> looked(buy));
        if (step.next() instanceof BuyState.Ended) {
            desk.alerts().over(AlertKind.UNRESOLVED_ORDER, buy.clientOrderId().value());
            endings.ended(buy, sighting);
        }
        return step.next();
    }

    private Held before(BuyState state) {
        return desk.state().fills.besides(state.buy());
    }

    /**
     * Absent only after the exchange can no longer accept the request, plus its visibility delay, has passed twice with
     * an absence seen after each, and the list of all orders agrees.
     */
    private void notFound(Unresolved state, LookUp answer, Duration delay, int absences) {
        if (answer instanceof LookUp.Absent) {
            Duration margin = desk.settings().visibilityDelay().multipliedBy(absences + 1L);
            boolean counts =
                    desk.venue().exchangeTime().isAfter(state.validUntil().plus(margin));
            if (counts && absences >= 1) {
                crossCheck(state, delay);
                return;
            }
            again(state.buy(), answer, delay, counts ? absences + 1 : absences);
        } else {
            continueOrHandOver(state, answer, delay, absences);
        }
    }

    private void crossCheck(Unresolved state, Duration delay) {
        questions.search(state, null, state.validUntil(), answer -> {
            if (answer instanceof LookUp.Absent) {
                desk.alerts()
                        .over(
                                AlertKind.UNRESOLVED_ORDER,
                                state.buy().clientOrderId().value());
                teller.commit(state.absent("not found after validUntil=" + state.validUntil(), desk.now()));
            } else {
                seen(state.buy(), answer, delay, 1);
            }
        });
    }

    private void continueOrHandOver(Unresolved state, LookUp answer, Duration delay, int absences) {
        Instant validUntil = desk.venue().localTimeOf(state.validUntil());
        if (isOver(state.buy(), validUntil)) {
            questions.search(state, null, state.validUntil(), last -> {
                if (last instanceof LookUp.Found found) {
                    found(state, found, delay);
                } else {
                    alert(state.buy(), "An order could not be settled by look-ups and is handed to the operator");
                    teller.commit(state.handedOver(
                            "look-ups failed for " + desk.settings().resolveLimit(), desk.now()));
                }
            });
        } else {
            again(state.buy(), answer, delay, absences);
        }
    }

    private void again(Buy buy, LookUp answer, Duration delay, int absences) {
        Duration wait = delay;
        if (answer instanceof LookUp.Unanswered unanswered && unanswered.retryAt() != null) {
            Duration told = Duration.between(desk.now(), unanswered.retryAt());
            wait = told.compareTo(delay) > 0 ? told : delay;
        }
        Duration following = longer(delay);
        desk.thread().after(wait, () -> look(buy, following, absences));
    }

    /** Taken by the exchange, and then not shown by it: what our trades say counts, else only a person can find out. */
    private void overdue(Accepted state, LookUp answer, Duration delay) {
        if (!isOver(state.buy(), Instant.MIN)) {
            again(state.buy(), answer, delay, 0);
            return;
        }
        questions.search(state, state.exchangeOrderId(), state.buy().lastValidity(), last -> {
            if (last instanceof LookUp.Found found && !found.sighting().filled().isZero()) {
                Sighting end = found.sighting().ended(state.buy().terms());
                found(state, new LookUp.Found(end), delay);
            } else {
                alert(state.buy(), "An accepted order has no known end and is handed to the operator");
                teller.commit(
                        state.handedOver("not seen again for " + desk.settings().resolveLimit(), desk.now()));
            }
        });
    }

    /** Whether look-ups have failed for long enough. */
    private boolean isOver(Buy buy, Instant notBefore) {
        Instant since = asked.getOrDefault(buy.clientOrderId(), desk.now());
        Instant from = notBefore.isAfter(since) ? notBefore : since;
        return desk.now().isAfter(from.plus(desk.settings().resolveLimit()));
    }

    private void alert(Buy buy, String summary) {
        desk.alerts()
                .raise(
                        AlertKind.UNRESOLVED_ORDER,
                        buy.clientOrderId().value(),
                        Severity.CRITICAL,
                        summary + ": " + buy.pair());
    }

    private void looked(Buy buy) {
        Runnable waiting = firstLooks.remove(buy.clientOrderId());
        if (waiting != null) {
            waiting.run();
        }
    }

    private static Duration longer(Duration delay) {
        Duration doubled = delay.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
