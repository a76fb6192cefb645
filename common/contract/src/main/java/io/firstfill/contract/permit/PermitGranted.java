package io.firstfill.contract.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Instant;
import java.util.Objects;

/**
 * The trader may send one buy.
 *
 * @param limit quote amount the buy may spend at most
 * @param expiresAt no order with the permit leaves after this time
 */
public record PermitGranted(
        Meta meta, EnvironmentId environment, RunId runId, PermitId permitId, Amount limit, Instant expiresAt)
        implements PermitEvent {
    public PermitGranted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(permitId, "permitId");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
