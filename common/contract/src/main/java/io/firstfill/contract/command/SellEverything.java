package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** Command to sell every position of an environment at market. */
@Since(4)
public record SellEverything(Meta meta, EnvironmentId environment, Actor issuedBy, String reason) implements Command {
    public SellEverything {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
