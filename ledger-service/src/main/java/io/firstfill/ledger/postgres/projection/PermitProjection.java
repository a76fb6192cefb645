package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitEvent;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import java.util.List;

/**
 * Projects permits. Grants and revocations come from the risk service, uses and returns from the trader, on two topics:
 * whichever is read first inserts the row.
 */
final class PermitProjection {
    private static final String TABLE = "permit";
    private static final ProjectionStatement USED = ProjectionStatement.of("""
            INSERT INTO permit AS o (permit_id, environment, run_id, first_seen, client_order_id, used_at)
            SELECT (p ->> 'permitId')::uuid, environment, (p ->> 'runId')::uuid, at, p ->> 'clientOrderId', at
            FROM m
            ON CONFLICT (permit_id) DO UPDATE SET
                first_seen = least(o.first_seen, excluded.first_seen),
                client_order_id = coalesce(o.client_order_id, excluded.client_order_id),
                used_at = coalesce(o.used_at, excluded.used_at)
            """);
    private static final ProjectionStatement RETURNED = ProjectionStatement.of("""
            INSERT INTO permit AS o (permit_id, environment, run_id, first_seen, returned_at, returned_for)
            SELECT (p ->> 'permitId')::uuid, environment, (p ->> 'runId')::uuid, at, at, p ->> 'reason'
            FROM m
            ON CONFLICT (permit_id) DO UPDATE SET
                first_seen = least(o.first_seen, excluded.first_seen),
                returned_at = coalesce(o.returned_at, excluded.returned_at),
                returned_for = coalesce(o.returned_for, excluded.returned_for)
            """);
    private static final ProjectionStatement GRANTED = ProjectionStatement.of("""
            INSERT INTO permit AS o (permit_id, environment, run_id, first_seen, granted_at, spend_limit, expires_at)
            SELECT (p ->> 'permitId')::uuid, environment, (p ->> 'runId')::uuid, at, at, (p ->> 'limit')::numeric,
                (p ->> 'expiresAt')::timestamptz
            FROM m
            ON CONFLICT (permit_id) DO UPDATE SET
                first_seen = least(o.first_seen, excluded.first_seen),
                granted_at = excluded.granted_at,
                spend_limit = excluded.spend_limit,
                expires_at = excluded.expires_at
            """);
    private static final ProjectionStatement REVOKED = ProjectionStatement.of("""
            INSERT INTO permit AS o (permit_id, environment, run_id, first_seen, revoked_at, revoked_for)
            SELECT (p ->> 'permitId')::uuid, environment, (p ->> 'runId')::uuid, at, at, p ->> 'reason'
            FROM m
            ON CONFLICT (permit_id) DO UPDATE SET
                first_seen = least(o.first_seen, excluded.first_seen),
                revoked_at = coalesce(o.revoked_at, excluded.revoked_at),
                revoked_for = coalesce(o.revoked_for, excluded.revoked_for)
            """);

    private PermitProjection() {}

    static ProjectionStatement used(PermitId permit) {
        return USED.on(TABLE, permit);
    }

    static List<ProjectionStatement> returned(PermitId permit) {
        return List.of(RETURNED.on(TABLE, permit));
    }

    static List<ProjectionStatement> of(PermitEvent event) {
        return switch (event) {
            case PermitGranted granted -> List.of(GRANTED.on(TABLE, granted.permitId()));
            case PermitRevoked revoked -> List.of(REVOKED.on(TABLE, revoked.permitId()));
            case CapReached reached -> ReportProjection.of(reached);
            case CapCleared cleared -> ReportProjection.of(cleared);
        };
    }
}
