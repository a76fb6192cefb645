package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import java.time.Instant;
import java.util.Objects;

/**
 * Command to start a run. The command expires: a ledger that reads it after the deadline must not start the run.
 *
 * @param runId derived from the idempotency key, so that a repeated request names the same run
 */
public record StartRun(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        RunId runId,
        ConfigurationRef configuration,
        Instant deadline)
        implements Command {
    public StartRun {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(deadline, "deadline");
    }
}
