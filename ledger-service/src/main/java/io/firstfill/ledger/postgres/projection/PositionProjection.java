package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.id.PositionId;
import java.util.List;

/** Projects positions: what a run holds of a pair from its fills. */
final class PositionProjection {
    private static final ProjectionStatement CHANGED = ProjectionStatement.of("""
            INSERT INTO position AS o (position_id, environment, run_id, pair, opened_at, changed_at, quantity, cost,
                average_price, held_by)
            SELECT (p ->> 'positionId')::uuid, environment, (p ->> 'runId')::uuid, p ->> 'pair', at, at,
                (p ->> 'quantity')::numeric, (p ->> 'cost')::numeric, (p ->> 'averagePrice')::numeric, p ->> 'heldBy'
            FROM m
            ON CONFLICT (position_id) DO UPDATE SET
                opened_at = least(o.opened_at, excluded.opened_at),
                changed_at = greatest(o.changed_at, excluded.changed_at),
                quantity = CASE WHEN excluded.changed_at >= o.changed_at THEN excluded.quantity ELSE o.quantity END,
                cost = CASE WHEN excluded.changed_at >= o.changed_at THEN excluded.cost ELSE o.cost END,
                average_price = CASE WHEN excluded.changed_at >= o.changed_at
                    THEN coalesce(excluded.average_price, o.average_price) ELSE o.average_price END,
                held_by = coalesce(excluded.held_by, o.held_by)
            """);
    private static final ProjectionStatement CLOSED = ProjectionStatement.of("""
            INSERT INTO position AS o (position_id, environment, run_id, pair, opened_at, changed_at, closed_at,
                quantity, proceeds)
            SELECT (p ->> 'positionId')::uuid, environment, (p ->> 'runId')::uuid, p ->> 'pair', at, at, at, 0,
                (p ->> 'proceeds')::numeric
            FROM m
            ON CONFLICT (position_id) DO UPDATE SET
                changed_at = greatest(o.changed_at, excluded.changed_at),
                closed_at = coalesce(o.closed_at, excluded.closed_at),
                quantity = 0,
                proceeds = coalesce(o.proceeds, excluded.proceeds)
            """);

    private PositionProjection() {}

    static List<ProjectionStatement> changed(PositionId position) {
        return List.of(CHANGED.on("position", position));
    }

    static List<ProjectionStatement> closed(PositionId position) {
        return List.of(CLOSED.on("position", position));
    }
}
