package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * Command to replace the guardrails of an environment. Risk obeys it at once and answers with GuardrailsChanged.
 *
 * @param expectedVersion of the guardrails that these replace, 0 for the first
 */
@Since(3)
public record SetGuardrails(
        Meta meta, EnvironmentId environment, Actor issuedBy, int expectedVersion, Guardrails guardrails, String reason)
        implements Command {
    public SetGuardrails {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(guardrails, "guardrails");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
