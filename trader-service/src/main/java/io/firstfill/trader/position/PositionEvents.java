package io.firstfill.trader.position;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Held;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the events of positions and of their exits. Every id is derived, so that what is decided twice is one event. */
public final class PositionEvents {
    /**
     * Why an exit is triggered.
     *
     * @param level index of the take-profit; null for every other cause
     * @param triggerPrice the price that the plan names; null where no price has triggered
     * @param seen the bid that has triggered; null where none has
     * @param pricedAt when that bid was read; null where none was
     * @param style how a person wants it sold; null leaves it to the plan
     */
    public record Trigger(
            ExitCause cause,
            @Nullable Integer level,
            @Nullable Price triggerPrice,
            @Nullable Price seen,
            @Nullable Instant pricedAt,
            @Nullable CloseStyle style) {
        /** A person wants it, whatever the price. */
        public static Trigger byHand(ExitCause cause, @Nullable CloseStyle style) {
            return new Trigger(cause, null, null, null, null, style);
        }
    }

    private PositionEvents() {}

    /** The id of the exit of a position that a command has asked for. */
    public static MessageId exitByCommand(Position position, MessageId command) {
        return MessageId.derivedFrom("ExitTriggered", position.id(), command);
    }

    public static ExitTriggered triggered(Position p, Meta meta, Trigger why, Quantity quantity) {
        return new ExitTriggered(
                meta,
                p.environment(),
                p.runId(),
                p.id(),
                p.pair(),
                why.cause(),
                why.level(),
                why.triggerPrice(),
                why.seen(),
                why.pricedAt(),
                quantity,
                why.style());
    }

    public static ExitPlanned planned(Position p, Meta meta, @Nullable ExitPlan plan, @Nullable Actor by) {
        return new ExitPlanned(meta, p.environment(), p.runId(), p.id(), p.pair(), plan, by);
    }

    /** @param worth of what the position still holds; null where no price is known */
    public static ExitEnded ended(Position p, ExitTriggered exit, ExitEnd end, @Nullable Amount worth, Instant now) {
        MessageId id = MessageId.derivedFrom("ExitEnded", exit.meta().id());
        return new ExitEnded(
                exit.meta().next(id, now),
                p.environment(),
                p.runId(),
                p.id(),
                p.pair(),
                exit.meta().id(),
                end,
                p.left(),
                worth);
    }

    static PositionChanged changed(Position p, Meta cause) {
        Held bought = p.bought();
        Held sold = p.sold();
        MessageId id = MessageId.derivedFrom("PositionChanged", p.id(), "sold", sold.quantity());
        return new PositionChanged(
                cause.next(id, cause.occurredAt()),
                p.environment(),
                p.runId(),
                p.id(),
                p.pair(),
                p.left(),
                bought.cost(),
                bought.averagePrice().orElse(null),
                null,
                null,
                null,
                sold.quantity(),
                sold.cost());
    }

    /** @param worth of what is left; null where no price is known */
    public static PositionClosed closed(
            Position p, Meta cause, PositionEnd reason, @Nullable Amount worth, Instant now) {
        Quantity left = p.left();
        MessageId id = MessageId.derivedFrom("PositionClosed", p.id(), reason, left, p.sold().quantity());
        return new PositionClosed(
                cause.next(id, now),
                p.environment(),
                p.runId(),
                p.id(),
                p.pair(),
                p.sold().cost(),
                reason,
                left.isZero() ? null : left,
                left.isZero() ? null : worth);
    }
}
