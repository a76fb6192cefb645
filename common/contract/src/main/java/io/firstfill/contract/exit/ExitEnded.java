package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A triggered exit sends no order any more.
 *
 * @param exit id of its {@link ExitTriggered}
 * @param left what the position holds after it
 * @param leftWorth what that is worth at the last bid, in quote; null where no price is known
 */
@Since(4)
public record ExitEnded(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        MessageId exit,
        ExitEnd end,
        Quantity left,
        @Nullable Amount leftWorth)
        implements ExitEvent {
    public ExitEnded {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(left, "left");
    }
}
