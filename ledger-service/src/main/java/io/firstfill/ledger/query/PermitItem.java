package io.firstfill.ledger.query;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A permit from its grant to its use, revocation or return.
 *
 * @param status GRANTED, USED, REVOKED or RETURNED
 * @param clientOrderId the order that holds or spent the permit
 */
public record PermitItem(
        EnvironmentId environment,
        PermitId permitId,
        RunId runId,
        String status,
        @Nullable Amount limit,
        @Nullable Instant grantedAt,
        @Nullable Instant expiresAt,
        @Nullable ClientOrderId clientOrderId,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedFor,
        @Nullable Instant returnedAt,
        @Nullable String returnedFor) {}
