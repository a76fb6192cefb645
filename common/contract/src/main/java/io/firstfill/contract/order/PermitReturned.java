package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.ReturnReason;
import java.util.Objects;

/**
 * The trader declares that no order with the permit exists or ever will. Only after this event may risk release the
 * permit.
 */
public record PermitReturned(Meta meta, EnvironmentId environment, RunId runId, PermitId permitId, ReturnReason reason)
        implements OrderEvent {
    public PermitReturned {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(permitId, "permitId");
        Objects.requireNonNull(reason, "reason");
    }
}
