package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.run.reason.ApplyRejection;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * A run goes on with the version it had.
 */
@Since(3)
public record ApplyRejected(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ConfigurationRef configuration,
        ApplyRejection reason,
        String detail)
        implements RunEvent {
    public ApplyRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(reason, "reason");
        detail = Texts.clean(detail);
    }
}
