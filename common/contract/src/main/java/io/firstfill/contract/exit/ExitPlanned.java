package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Pair;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan by which a position ends, from now on; a plan replaces the one before.
 *
 * @param plan null where the position ends by no plan any more
 * @param by who has set the plan; null where it is that of the run's configuration
 */
@Since(4)
public record ExitPlanned(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        @Nullable ExitPlan plan,
        @Nullable Actor by)
        implements ExitEvent {
    public ExitPlanned {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
    }
}
