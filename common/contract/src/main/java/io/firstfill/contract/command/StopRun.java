package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** Command to stop a run. Trader and scanner act on it at once, without the ledger. */
public record StopRun(Meta meta, EnvironmentId environment, Actor issuedBy, RunId runId, String reason)
        implements Command {
    public StopRun {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(runId, "runId");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
