package io.firstfill.trader.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Instant;

/**
 * The right to send one buy.
 *
 * @param limit the highest quote amount the buy may cost
 * @param expiresAt by the clock of risk-service; an unspent permit is returned before it
 * @param cause the PermitGranted
 */
public record Permit(PermitId id, RunId runId, Amount limit, Instant expiresAt, Meta cause) {}
