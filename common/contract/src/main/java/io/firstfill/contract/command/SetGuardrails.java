package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to replace the guardrails of an environment. Risk obeys it at once and answers with GuardrailsChanged.
 *
 * @param expectedVersion of the guardrails that these replace, 0 for the first
 * @param deadline after which risk must not obey; null where no limit is loosened, because a tightening does not expire
 */
@Since(3)
public record SetGuardrails(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        int expectedVersion,
        Guardrails guardrails,
        String reason,
        @Nullable Instant deadline)
        implements Command {
    public SetGuardrails {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(guardrails, "guardrails");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }

    /** Creates a command that does not expire. */
    public SetGuardrails(
            Meta meta,
            EnvironmentId environment,
            Actor issuedBy,
            int expectedVersion,
            Guardrails guardrails,
            String reason) {
        this(meta, environment, issuedBy, expectedVersion, guardrails, reason, null);
    }
}
