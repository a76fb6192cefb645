package io.firstfill.control.position;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exit of a position with its orders.
 *
 * @param level index of the take-profit in its plan, from 0
 * @param triggerPrice the price that the plan named; absent where no price has triggered
 * @param seenPrice the best bid that triggered; absent where no price has
 * @param quantity to sell, in the base asset
 * @param end absent while the exit is under way
 * @param left what the position held after it
 * @param leftWorth what that was worth, in quote
 * @param sells its orders, the first one first
 */
public record ExitStatus(
        MessageId exitId,
        ExitCause cause,
        @Nullable Integer level,
        @Nullable Price triggerPrice,
        @Nullable Price seenPrice,
        Quantity quantity,
        Instant triggeredAt,
        @Nullable ExitEnd end,
        @Nullable Instant endedAt,
        @Nullable Quantity left,
        @Nullable Amount leftWorth,
        List<SellStatus> sells) {
    public ExitStatus {
        sells = List.copyOf(sells);
    }

    static ExitStatus of(ExitTriggered it) {
        return new ExitStatus(
                it.meta().id(),
                it.cause(),
                it.level(),
                it.triggerPrice(),
                it.seenPrice(),
                it.quantity(),
                it.meta().occurredAt(),
                null,
                null,
                null,
                null,
                List.of());
    }

    ExitStatus after(ExitEnded it) {
        return new ExitStatus(
                exitId,
                cause,
                level,
                triggerPrice,
                seenPrice,
                quantity,
                triggeredAt,
                it.end(),
                it.meta().occurredAt(),
                it.left(),
                it.leftWorth(),
                sells);
    }

    ExitStatus after(SellStep step) {
        List<SellStatus> next = new ArrayList<>(sells);
        int known = 0;
        while (known < next.size() && !next.get(known).clientOrderId().equals(step.clientOrderId())) {
            known++;
        }
        if (known == next.size()) {
            next.add(SellStatus.of(step.clientOrderId(), step.meta().occurredAt()));
        }
        next.set(known, next.get(known).after(step));
        return new ExitStatus(
                exitId,
                cause,
                level,
                triggerPrice,
                seenPrice,
                quantity,
                triggeredAt,
                end,
                endedAt,
                left,
                leftWorth,
                next);
    }
}
