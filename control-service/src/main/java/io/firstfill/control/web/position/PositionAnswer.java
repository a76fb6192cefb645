package io.firstfill.control.web.position;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command about positions.
 *
 * @param positionId absent where the command is about all positions
 * @param note present while the command is not confirmed
 */
record PositionAnswer(
        EnvironmentId environment,
        @Nullable PositionId positionId,
        @Nullable String note) {}
