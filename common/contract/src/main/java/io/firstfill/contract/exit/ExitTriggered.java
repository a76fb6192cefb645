package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of the position is to be sold, for one cause. Each level and each other rule triggers once at most.
 *
 * @param level index of the take-profit in its plan, from 0; null for every other cause
 * @param triggerPrice the price that the plan named; null where no price has triggered
 * @param seenPrice the best bid that triggered; null where no price has
 * @param pricedAt when that bid was read, by our clock
 * @param quantity to sell, at most what was left of the position
 * @param style how a person wants it sold; null leaves it to the plan
 */
@Since(4)
public record ExitTriggered(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ExitCause cause,
        @Nullable Integer level,
        @Nullable Price triggerPrice,
        @Nullable Price seenPrice,
        @Nullable Instant pricedAt,
        Quantity quantity,
        @Nullable CloseStyle style)
        implements ExitEvent {
    public ExitTriggered {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(quantity, "quantity");
    }

    /** Creates an exit whose style the plan decides. */
    public ExitTriggered(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            PositionId positionId,
            Pair pair,
            ExitCause cause,
            @Nullable Integer level,
            @Nullable Price triggerPrice,
            @Nullable Price seenPrice,
            @Nullable Instant pricedAt,
            Quantity quantity) {
        this(
                meta,
                environment,
                runId,
                positionId,
                pair,
                cause,
                level,
                triggerPrice,
                seenPrice,
                pricedAt,
                quantity,
                null);
    }
}
