package io.firstfill.trader.sell;

import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.position.Position;
import io.firstfill.trader.position.PositionEvents;
import io.firstfill.trader.position.PositionEvents.Trigger;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the commands of people about positions, each once: the exit or plan that follows from a command has an
 * id derived from it, and a command that is read again finds it known.
 */
record ExitCommands(EngineState state, OrderCommitter committer, EventLoop loop) {
    private static final Logger LOG = Logger.getLogger(ExitCommands.class);

    private static final int QUANTITY_DECIMALS = 18;

    void carryOut() {
        state.positions().takeCommands().forEach(this::carryOut);
    }

    private void carryOut(Command command) {
        switch (command) {
            case ClosePosition close ->
                state.positions()
                        .find(close.positionId())
                        .filter(Position::isOpen)
                        .ifPresentOrElse(
                                position -> trigger(
                                        position,
                                        close,
                                        Trigger.byHand(ExitCause.CLOSED_BY_HAND, close.style()),
                                        quantity(position, close.share())),
                                () -> LOG.warnf("Not closed: position=%s holds nothing", close.positionId()));
            case SellEverything all ->
                state.positions().open().stream()
                        .filter(position -> !position.openedAt().isAfter(all.meta().occurredAt()))
                        .forEach(position -> trigger(
                                position,
                                all,
                                Trigger.byHand(ExitCause.SELL_EVERYTHING, null),
                                position.left()));
            case SetExitPlan plan ->
                state.positions().find(plan.positionId()).filter(Position::isOpen).ifPresent(position -> set(position, plan));
            default -> {}
        }
    }

    private void trigger(Position position, Command command, Trigger why, Quantity quantity) {
        MessageId id = PositionEvents.exitByCommand(position, command.meta().id());
        if (!position.knows(id) && !quantity.isZero()) {
            committer.commit(List.of(
                    PositionEvents.triggered(position, command.meta().next(id, loop.now()), why, quantity)));
        }
    }

    private static Quantity quantity(Position position, @Nullable Ratio share) {
        BigDecimal left = position.left().value();
        return share == null
                ? position.left()
                : new Quantity(left.multiply(share.value()).setScale(QUANTITY_DECIMALS, RoundingMode.DOWN));
    }

    private void set(Position position, SetExitPlan command) {
        MessageId id = MessageId.derivedFrom("ExitPlanned", position.id(), command.meta().id());
        if (!position.knowsPlan(id)) {
            committer.commit(List.of(PositionEvents.planned(
                    position, command.meta().next(id, loop.now()), command.plan(), command.issuedBy())));
        }
    }
}
