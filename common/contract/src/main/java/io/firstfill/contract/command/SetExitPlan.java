package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to replace the plan by which a position ends.
 *
 * @param plan null where it is to end by no plan any more
 */
@Since(4)
public record SetExitPlan(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        PositionId positionId,
        @Nullable ExitPlan plan,
        String reason)
        implements Command {
    public SetExitPlan {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(positionId, "positionId");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
