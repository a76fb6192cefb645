package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to sell a position, or a part of it.
 *
 * @param share of what is left of the position, over 0 and at most 1; null for all of it, and in records written before
 *     there was one
 * @param style null for a market order, and in records written before there was one
 */
public record ClosePosition(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        PositionId positionId,
        String reason,
        @Nullable Ratio share,
        @Nullable CloseStyle style)
        implements Command {
    public ClosePosition {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(positionId, "positionId");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
        if (share != null && !share.isShare()) {
            throw new IllegalArgumentException("share must be over 0 and at most 1");
        }
    }

    /** Creates a command to sell all of a position at market. */
    public ClosePosition(Meta meta, EnvironmentId environment, Actor issuedBy, PositionId positionId, String reason) {
        this(meta, environment, issuedBy, positionId, reason, null, null);
    }
}
