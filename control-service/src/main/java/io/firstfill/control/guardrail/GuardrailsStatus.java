package io.firstfill.control.guardrail;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.TagDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guardrails of an environment.
 *
 * @param version 0 while the environment has none
 * @param ceilings of the deployment, which no guardrail may exceed; without a limit where the deployment sets none
 * @param changedBy who set them; absent while there are none, as {@code changedAt} and {@code reason}
 * @param warnings what they rule out
 */
public record GuardrailsStatus(
        EnvironmentId environment,
        int version,
        Guardrails guardrails,
        Guardrails ceilings,
        @Nullable Actor changedBy,
        @Nullable Instant changedAt,
        @Nullable String reason,
        List<Warning> warnings) {

    static GuardrailsStatus of(
            EnvironmentId environment,
            Optional<GuardrailsChanged> latest,
            Guardrails ceilings,
            List<Warning> warnings) {
        return latest.map(changed -> new GuardrailsStatus(
                        environment,
                        changed.version(),
                        changed.guardrails(),
                        ceilings,
                        changed.changedBy(),
                        changed.meta().occurredAt(),
                        changed.reason(),
                        warnings))
                .orElseGet(() ->
                        new GuardrailsStatus(environment, 0, Guardrails.NONE, ceilings, null, null, null, warnings));
    }

    /** Returns the entity tag: the version, and a digest of ceilings and warnings where there are any. */
    public String tag() {
        List<String> beside =
                new ArrayList<>(warnings.stream().map(Warning::toString).toList());
        if (!ceilings.equals(Guardrails.NONE)) {
            beside.addFirst(ceilings.toString());
        }
        return TagDigest.of(Integer.toString(version), beside);
    }
}
