package io.firstfill.trader.trigger;

import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.exit.Evaluation;
import io.firstfill.trader.exit.ExitRules;
import io.firstfill.trader.exit.ExitTrigger;
import io.firstfill.trader.exit.HeldPosition;
import io.firstfill.trader.exit.Quote;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.mark.MarkReports;
import io.firstfill.trader.mark.MarkSettings;
import io.firstfill.trader.mark.MarkedPosition;
import io.firstfill.trader.mark.PriceWatch;
import io.firstfill.trader.mark.StalePrices;
import io.firstfill.trader.position.Position;
import io.firstfill.trader.position.PositionEvents;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives positions the plan of their run, watches their prices, and commits the exits that their plans trigger. The id
 * of an exit is derived from the plan and its rule, so that a rule which triggers again after a kill is one exit.
 * Confined to the event loop.
 */
public final class PlanTriggers {
    private static final Duration CHECK = Duration.ofMillis(250);

    private final EngineState state;
    private final OrderCommitter committer;
    private final EventLoop loop;
    private final TriggerPorts ports;
    private final MarkSettings settings;
    private final PlanStates states = new PlanStates();
    private final PriceWatch prices;
    private final MarkReports reports;
    private final StalePrices stale;

    public PlanTriggers(
            EnvironmentId environment,
            EngineState state,
            OrderCommitter committer,
            EventLoop loop,
            Alerts alerts,
            TriggerPorts ports,
            MarkSettings settings) {
        this.state = state;
        this.committer = committer;
        this.loop = loop;
        this.ports = ports;
        this.settings = settings;
        this.prices = new PriceWatch(ports.quotes(), loop, settings, this::read);
        this.reports = new MarkReports(environment, ports.publish(), settings);
        this.stale = new StalePrices(alerts, settings);
    }

    /** From now on plans trigger. */
    public void open() {
        loop.every(CHECK, this::check);
        check();
    }

    /** The last usable bid of a pair that is held; empty where none was read within that time. */
    public Optional<Price> bid(Pair pair, Duration within) {
        return prices.quote(pair)
                .filter(quote -> !quote.isStale(loop.now(), within))
                .flatMap(Quote::usableBid);
    }

    private void check() {
        if (!ports.mayWrite().getAsBoolean()) {
            return;
        }
        List<Position> open = state.positions().open();
        states.retain(open);
        open.forEach(this::plan);
        prices.hold(open.stream().map(Position::pair).distinct().toList());
        open.forEach(position -> evaluate(position, quote(position)));
        report(open, loop.now());
    }

    private @Nullable Quote quote(Position position) {
        return prices.quote(position.pair()).orElse(null);
    }

    private void read(Pair pair, Quote quote) {
        state.positions().open().stream()
                .filter(position -> position.pair().equals(pair))
                .forEach(position -> evaluate(position, quote));
    }

    /** The run's plan holds from the opening, and no plan from a stop that hands over, until a person sets another. */
    private void plan(Position position) {
        Optional<ExitPlan> plan = state.runs().exitPlan(position.runId());
        Optional<PositionOpened> opening =
                position.opening().filter(opened -> opened.heldBy() == PositionHolder.EXIT_PLAN);
        if (position.planned().isEmpty() && opening.isPresent() && plan.isPresent()) {
            MessageId id = MessageId.derivedFrom("ExitPlanned", position.id());
            committer.commit(List.of(PositionEvents.planned(
                    position, opening.get().meta().next(id, loop.now()), plan.get(), null)));
        }
        if (plan.filter(known -> known.atStop() == AtStop.HAND_OVER).isPresent()) {
            position.planned().ifPresent(planned -> handOver(position, planned));
        }
    }

    private void handOver(Position position, ExitPlanned planned) {
        MessageId id = MessageId.derivedFrom("ExitPlanned", position.id(), "handed over");
        boolean isDue = state.runs()
                .overSince(position.runId())
                .filter(planned.meta().occurredAt()::isBefore)
                .isPresent();
        if (isDue && planned.plan() != null && !position.knowsPlan(id)) {
            committer.commit(List.of(
                    PositionEvents.planned(position, planned.meta().next(id, loop.now()), null, null)));
        }
    }

    private void evaluate(Position position, @Nullable Quote quote) {
        Optional<ExitPlanned> planned = position.planned();
        Optional<ExitPlan> plan = position.plan();
        Optional<HeldPosition> held =
                PlanStates.held(position, ports.maySell().getAsBoolean());
        if (planned.isEmpty() || plan.isEmpty() || held.isEmpty()) {
            return;
        }
        Evaluation evaluation = new ExitRules(plan.get(), settings.fresh())
                .evaluate(held.get(), states.of(position), quote, loop.now());
        states.put(position, evaluation.state());
        List<ExitTriggered> exits = new ArrayList<>();
        evaluation.triggers().forEach(trigger -> exits.add(triggered(position, planned.get(), trigger)));
        if (!exits.isEmpty()) {
            committer.commit(exits);
            ports.triggered().run();
        }
    }

    private ExitTriggered triggered(Position position, ExitPlanned planned, ExitTrigger trigger) {
        MessageId id = MessageId.derivedFrom(
                "ExitTriggered", position.id(), planned.meta().id(), trigger.rule());
        PositionEvents.Trigger why = new PositionEvents.Trigger(
                trigger.rule().cause(),
                trigger.rule().level(),
                trigger.triggerPrice(),
                trigger.seenPrice(),
                trigger.pricedAt(),
                null);
        return PositionEvents.triggered(position, planned.meta().next(id, loop.now()), why, trigger.quantity());
    }

    private void report(List<Position> open, Instant now) {
        List<Mark> marks = new ArrayList<>();
        List<Mark> planned = new ArrayList<>();
        for (Position position : open) {
            PlanStates.held(position, true).ifPresent(held -> {
                Mark mark = new MarkedPosition(
                                position.id(),
                                position.pair(),
                                held,
                                position.plan().orElse(null),
                                states.of(position))
                        .mark(quote(position), now, settings.fresh());
                marks.add(mark);
                position.plan().ifPresent(plan -> planned.add(mark));
            });
        }
        reports.report(marks, now);
        stale.check(planned, now);
    }
}
