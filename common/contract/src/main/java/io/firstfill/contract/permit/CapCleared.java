package io.firstfill.contract.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Cap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cap allows further permits again.
 *
 * @param resetBy the person who reset a breaker; null where nobody had to
 */
public record CapCleared(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        Cap cap,
        String used,
        String limit,
        @Nullable Actor resetBy) implements PermitEvent {
    public CapCleared {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }

    /** Creates a report of a cap that nobody had to reset. */
    public CapCleared(Meta meta, EnvironmentId environment, RunId runId, Cap cap, String used, String limit) {
        this(meta, environment, runId, cap, used, limit, null);
    }
}
