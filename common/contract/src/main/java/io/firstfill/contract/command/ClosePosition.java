package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** Command to sell a position at market. */
public record ClosePosition(Meta meta, EnvironmentId environment, Actor issuedBy, PositionId positionId, String reason)
        implements Command {
    public ClosePosition {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(positionId, "positionId");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
