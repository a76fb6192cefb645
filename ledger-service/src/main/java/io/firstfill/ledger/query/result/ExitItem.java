package io.firstfill.ledger.query.result;

import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of a position that was to be sold, and what came of it.
 *
 * @param exitId id of the message that told of the trigger
 * @param status OPEN, or how the exit ended
 * @param kind the cause; null until the message that told of the trigger is read
 * @param level index of the take-profit in its plan, from 0
 * @param left what the position held after the exit
 * @param leftWorth what that was worth at the last bid
 * @param sold by the exit's orders
 * @param proceeds quote received for that, before fees
 * @param receivedOverTrigger the average price of its orders over the price that triggered, as a fraction: -0.01 is a
 *     hundredth less
 * @param sells client order ids of its orders, the earliest first
 */
public record ExitItem(
        EnvironmentId environment,
        MessageId exitId,
        PositionId positionId,
        RunId runId,
        Pair pair,
        String status,
        @Nullable String kind,
        Instant firstSeen,
        @Nullable Instant triggeredAt,
        @Nullable Integer level,
        @Nullable Price triggerPrice,
        @Nullable Price seenPrice,
        @Nullable Instant pricedAt,
        @Nullable Quantity quantity,
        @Nullable CloseStyle style,
        @Nullable Instant endedAt,
        @Nullable Quantity left,
        @Nullable Amount leftWorth,
        Quantity sold,
        Amount proceeds,

        @Schema(pattern = "^-?[0-9]+\\.[0-9]{6}$", examples = "-0.001250") @Nullable String receivedOverTrigger,

        List<String> sells) {
    public ExitItem {
        sells = List.copyOf(sells);
    }
}
