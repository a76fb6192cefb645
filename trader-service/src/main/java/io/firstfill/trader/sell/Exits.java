package io.firstfill.trader.sell;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.position.Exit;
import io.firstfill.trader.position.Position;
import io.firstfill.trader.position.SellEvents;
import io.firstfill.trader.position.SellState;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the exits of all positions: one sell of a position at a time, until the exit's quantity is sold, what is
 * left is too small, or nothing is left. Each step follows from the state alone, so that a successor goes on where its
 * predecessor was killed. Confined to the event loop.
 */
public final class Exits {
    private static final Duration CANCEL_AGAIN = Duration.ofSeconds(2);

    private final EngineState state;
    private final OrderCommitter committer;
    private final SellParts parts;
    private final EventLoop loop;
    private final SellSettings settings;
    private final BooleanSupplier mayWrite;
    private final SellSubmitter submitter;
    private final SellLookUps lookUps;
    private final SellReadings readings;
    private final ExitEnds ends;
    private final MovedCoins moved;
    private final Set<PositionId> reading = new HashSet<>();
    private final Map<PositionId, Instant> cancelAsked = new HashMap<>();
    private boolean open;

    /** @param mayWrite whether every reader of the deployment knows the events of exits */
    public Exits(
            EngineState state,
            OrderCommitter committer,
            SellParts parts,
            EventLoop loop,
            Alerts alerts,
            SellSettings settings,
            SellLookUps.Limits limits,
            BooleanSupplier mayWrite) {
        this.state = state;
        this.committer = committer;
        this.parts = parts;
        this.loop = loop;
        this.settings = settings;
        this.mayWrite = mayWrite;
        this.submitter = new SellSubmitter(
                state, committer, parts.venue(), parts.sells(), parts.gate(), loop, settings, this::answered);
        this.lookUps = new SellLookUps(state, committer, parts.venue(), loop, alerts, limits, this::answered);
        this.readings = new SellReadings(state, parts, loop, settings);
        this.ends = new ExitEnds(committer, readings, loop, alerts, this::advance);
        this.moved = new MovedCoins(state, parts, readings, settings, ends);
    }

    public SellLookUps lookUps() {
        return lookUps;
    }

    /** The past is known: a sell whose answer was not read is in doubt, and every open one is looked up. */
    public void takeUpPast() {
        for (Position position : state.positions().all()) {
            position.underWay().ifPresent(sell -> {
                if (sell.stage() == SellState.Stage.SUBMITTED) {
                    String detail = "submitted before a restart, answer not known";
                    committer.commit(
                            List.of(SellEvents.unresolved(sell, Ambiguity.RESTARTED, detail, loop.now())));
                }
                lookUps.follow(sell);
            });
        }
    }

    /** From now on exits are carried out. */
    public void open() {
        open = true;
        check();
    }

    /** To be called about once a second, and when something has changed that exits wait for. */
    public void check() {
        if (open && mayWrite.getAsBoolean()) {
            new ExitCommands(state, committer, loop).carryOut();
            moved.check();
            state.positions().all().forEach(this::advance);
        }
    }

    private void answered(SellState sell) {
        if (!sell.isEnded() && sell.stage() != SellState.Stage.SUBMITTED) {
            lookUps.follow(sell);
        }
        state.positions().find(sell.submitted().positionId()).ifPresent(this::advance);
    }

    /** Does what is next for the position, if anything is. */
    private void advance(Position position) {
        if (!open || reading.contains(position.id())) {
            return;
        }
        Optional<SellState> sell = position.underWay();
        if (sell.isPresent()) {
            underWay(position, sell.get());
            return;
        }
        Optional<Exit> next = position.openExits().stream().filter(exit -> !rests(exit)).findFirst();
        next.or(() -> position.openExits().stream().findFirst())
                .ifPresentOrElse(exit -> exit.trigger().ifPresent(trigger -> work(position, exit, trigger)), () -> ends.end(position));
    }

    private void underWay(Position position, SellState sell) {
        if (sell.stage() == SellState.Stage.SUBMITTED) {
            return;
        }
        lookUps.follow(sell);
        Instant asked = cancelAsked.getOrDefault(position.id(), Instant.MIN);
        if (sell.isResting() && isInTheWay(position, sell) && asked.plus(CANCEL_AGAIN).isBefore(loop.now())) {
            cancelAsked.put(position.id(), loop.now());
            lookUps.cancelled(sell);
            parts.sells()
                    .cancel(position.pair(), sell.clientOrderId())
                    .subscribe()
                    .with(
                            done -> loop.execute(() -> lookUps.lookNow(sell)),
                            failure -> loop.execute(() -> lookUps.lookNow(sell)));
        }
    }

    /** A resting order ends before any other sell of its coins, while nothing may be sold, and with its plan. */
    private boolean isInTheWay(Position position, SellState sell) {
        boolean others = position.openExits().stream().anyMatch(exit -> !rests(exit));
        boolean withdrawn = position.openExits().stream()
                .filter(exit -> exit.id().equals(sell.submitted().exit()))
                .anyMatch(exit -> isWithdrawn(position, exit));
        return others || withdrawn || state.tradingState() == TradingState.HALTED;
    }

    /** Returns whether the exit is a take-profit whose order waits at the exchange for the price. */
    private static boolean rests(Exit exit) {
        return exit.trigger()
                .filter(why -> why.cause() == ExitCause.TAKE_PROFIT
                        && why.seenPrice() == null
                        && why.triggerPrice() != null)
                .isPresent();
    }

    private static boolean isWithdrawn(Position position, Exit exit) {
        return rests(exit)
                && exit.trigger()
                        .filter(why -> position.planned()
                                .filter(plan -> plan.plan() != null
                                        && plan.meta().id().equals(why.meta().causationId()))
                                .isEmpty())
                        .isPresent();
    }

    private void work(Position position, Exit exit, ExitTriggered trigger) {
        if (isWithdrawn(position, exit)) {
            ends.over(position, trigger, ExitEnd.CANCELED, null);
        } else if (exit.wanted().signum() == 0) {
            ends.over(position, trigger, ExitEnd.SOLD, null);
        } else if (!position.isOpen()) {
            ends.over(position, trigger, exit.sold().isNothing() ? ExitEnd.NOTHING_LEFT : ExitEnd.SOLD, null);
        } else if (RetryPauses.isHopeless(exit, settings)) {
            ends.failed(position, exit, trigger);
        } else {
            Duration rest = Duration.between(loop.now(), RetryPauses.notBefore(exit, settings));
            if (rest.isPositive()) {
                loop.after(rest, () -> advance(position));
            } else if (parts.gate().refusal().isEmpty()) {
                reading.add(position.id());
                readings.read(position, exit, trigger, found -> {
                    reading.remove(position.id());
                    read(position, exit, trigger, found);
                });
            }
        }
    }

    private void read(Position position, Exit exit, ExitTriggered trigger, SellReadings.Found found) {
        if (position.underWay().isPresent() || !exit.isOpen() || parts.gate().refusal().isPresent()) {
            return;
        }
        SellDecision decision = SellDecision.of(position, exit, found, rests(exit), settings);
        switch (decision) {
            case SellDecision.Offer(SellLot lot) -> submitter.submit(trigger, exit.attempts() + 1, lot);
            case SellDecision.Dust(@Nullable Amount worth) -> ends.over(position, trigger, ExitEnd.DUST, worth);
            case SellDecision.Missing missing -> {
                if (readings.isMissingAgain(position, found)) {
                    ends.movedElsewhere(position, Optional.of(trigger));
                } else {
                    loop.after(settings.settling(), () -> advance(position));
                }
            }
            case SellDecision.NoPrice none -> loop.after(settings.readWithin(), () -> advance(position));
        }
    }
}
