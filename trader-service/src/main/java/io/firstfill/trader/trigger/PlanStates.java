package io.firstfill.trader.trigger;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.exit.ExitState;
import io.firstfill.trader.exit.HeldPosition;
import io.firstfill.trader.position.Exit;
import io.firstfill.trader.position.Position;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the plans of positions remember between two evaluations. After a restart it follows from the events of the
 * position: its highest bid, and the rules of its plan that have triggered.
 */
final class PlanStates {
    private final Map<PositionId, PlanState> states = new HashMap<>();

    /** @param plan the id of the event that has set the plan; null where there was none */
    private record PlanState(@Nullable MessageId plan, ExitState state) {}

    ExitState of(Position position) {
        MessageId plan = position.planned().map(set -> set.meta().id()).orElse(null);
        PlanState known = states.get(position.id());
        if (known != null && Objects.equals(known.plan(), plan)) {
            return known.state();
        }
        ExitState before = known == null
                ? ExitState.START.withHighest(position.highest().orElse(null))
                : known.state().replanned();
        ExitState state = withFired(before, position);
        states.put(position.id(), new PlanState(plan, state));
        return state;
    }

    private static ExitState withFired(ExitState before, Position position) {
        ExitState state = before;
        for (Exit exit : position.exits()) {
            Optional<ExitTriggered> trigger = exit.trigger().filter(why -> isOfPlan(position, why));
            if (trigger.isPresent()) {
                state = state.fired(trigger.get().cause(), trigger.get().level());
            }
        }
        return state;
    }

    /** Keeps the state, and raises the highest bid of the position. */
    void put(Position position, ExitState state) {
        states.put(
                position.id(),
                new PlanState(position.planned().map(set -> set.meta().id()).orElse(null), state));
        Optional.ofNullable(state.highest()).ifPresent(position::raise);
    }

    void retain(List<Position> open) {
        states.keySet().retainAll(Set.copyOf(open.stream().map(Position::id).toList()));
    }

    /**
     * The position as its plan sees it; empty until its opening and its price are known. A level of a plan that holds
     * no more promises nothing: its order is cancelled.
     *
     * @param maySell false lets the plan read prices and trigger nothing
     */
    static Optional<HeldPosition> held(Position position, boolean maySell) {
        BigDecimal left = position.left().value();
        BigDecimal promised = BigDecimal.ZERO;
        boolean ending = !maySell;
        for (Exit exit : position.openExits()) {
            ExitTriggered why = exit.trigger().orElseThrow();
            boolean isLevel = why.cause() == ExitCause.TAKE_PROFIT;
            ending |= !isLevel && exit.wanted().compareTo(left) >= 0;
            promised = !isLevel || isOfPlan(position, why) ? promised.add(exit.wanted()) : promised;
        }
        Quantity all = new Quantity(promised.min(left));
        boolean isEnding = ending;
        return position.opening()
                .flatMap(opening -> position.bought()
                        .averagePrice()
                        .map(price -> new HeldPosition(
                                position.bought().quantity(),
                                position.sold().quantity(),
                                all,
                                isEnding,
                                price,
                                opening.meta().occurredAt())));
    }

    private static boolean isOfPlan(Position position, ExitTriggered why) {
        return position.planned()
                .map(ExitPlanned::meta)
                .filter(plan -> plan.id().equals(why.meta().causationId()))
                .isPresent();
    }
}
