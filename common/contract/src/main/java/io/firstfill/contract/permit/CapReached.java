package io.firstfill.contract.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cap blocks further permits.
 *
 * @param until when time alone allows one more permit, if nothing else changes before; null where time alone does not
 * @param level at which the cap stands; null in records written before the field
 */
public record CapReached(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        Cap cap,
        String used,
        String limit,
        @Nullable Instant until,
        @Nullable CapLevel level)
        implements PermitEvent {
    public CapReached {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }

    /** Creates a report without an end. */
    public CapReached(Meta meta, EnvironmentId environment, RunId runId, Cap cap, String used, String limit) {
        this(meta, environment, runId, cap, used, limit, null, null);
    }

    /** Creates a report without a level. */
    public CapReached(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            Cap cap,
            String used,
            String limit,
            @Nullable Instant until) {
        this(meta, environment, runId, cap, used, limit, until, null);
    }
}
