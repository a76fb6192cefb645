package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * The guardrails of an environment from now on. Risk-service writes it.
 *
 * @param version counts from 1
 */
@Since(3)
public record GuardrailsChanged(
        Meta meta,
        EnvironmentId environment,
        int version,
        Guardrails guardrails,
        Guardrails previous,
        Actor changedBy,
        String reason)
        implements RunEvent {
    public GuardrailsChanged {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(guardrails, "guardrails");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(changedBy, "changedBy");
        reason = Texts.clean(reason);
    }
}
