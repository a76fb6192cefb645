package io.firstfill.contract.cap;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The use of every cap that exists in an environment. Written when it changes, at most once a second, and at least once
 * an hour.
 *
 * @param runId the active run; null when none is
 * @param guardrailsVersion 0 when the environment has none
 */
@Since(3)
public record CapsReported(
        Meta meta,
        EnvironmentId environment,
        @Nullable RunId runId,
        int guardrailsVersion,
        Guardrails guardrails,
        List<CapUse> uses)
        implements CapEvent {
    public CapsReported {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(guardrails, "guardrails");
        uses = List.copyOf(uses);
    }
}
