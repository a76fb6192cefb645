package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * The guardrails of an environment stay as they are. Risk-service writes it.
 *
 * @param currentVersion 0 when there are none
 */
@Since(3)
public record GuardrailsRejected(
        Meta meta, EnvironmentId environment, GuardrailsRejection reason, int currentVersion, String detail)
        implements RunEvent {
    public GuardrailsRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(reason, "reason");
        detail = Texts.clean(detail);
    }
}
