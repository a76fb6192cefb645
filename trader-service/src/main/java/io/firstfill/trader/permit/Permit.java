package io.firstfill.trader.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;

/** The right to send one buy. */
public record Permit(PermitId id, RunId runId, Amount limit, Instant expiresAt, Meta cause) {}
