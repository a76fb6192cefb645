package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.id.PositionId;
import java.util.List;

/** Projects positions: what a run holds of a pair from its fills. */
final class PositionProjection {
    private static final ProjectionStatement CHANGED = ProjectionStatement.of("""
            INSERT INTO position AS o (position_id, environment, run_id, pair, opened_at, changed_at, quantity, cost,
                average_price, held_by, sold, proceeds, bought, buy_fees)
            SELECT (p ->> 'positionId')::uuid, environment, (p ->> 'runId')::uuid, p ->> 'pair', at, at,
                (p ->> 'quantity')::numeric, (p ->> 'cost')::numeric, (p ->> 'averagePrice')::numeric, p ->> 'heldBy',
                (p ->> 'sold')::numeric, (p ->> 'proceeds')::numeric,
                (p ->> 'quantity')::numeric + coalesce((p ->> 'sold')::numeric, 0),
                CASE WHEN p ->> 'clientOrderId' IS NOT NULL THEN jsonb_build_object(p ->> 'clientOrderId',
                    coalesce(nullif(p -> 'otherFees', 'null'), '{}') || CASE WHEN p ->> 'feeQuantity' IS NULL THEN '{}'
                        ELSE jsonb_build_object(split_part(p ->> 'pair', '/', 1), p ->> 'feeQuantity') END) END
            FROM m
            ON CONFLICT (position_id) DO UPDATE SET
                opened_at = least(o.opened_at, excluded.opened_at),
                changed_at = greatest(o.changed_at, excluded.changed_at),
                quantity = CASE WHEN o.closed_at IS NOT NULL THEN 0
                    WHEN excluded.changed_at >= o.changed_at THEN excluded.quantity ELSE o.quantity END,
                bought = CASE WHEN excluded.changed_at >= o.changed_at THEN excluded.bought ELSE o.bought END,
                sold = greatest(o.sold, excluded.sold),
                proceeds = CASE WHEN o.closed_at IS NULL AND excluded.changed_at >= o.changed_at
                    THEN coalesce(excluded.proceeds, o.proceeds) ELSE coalesce(o.proceeds, excluded.proceeds) END,
                buy_fees = coalesce(o.buy_fees, '{}') || coalesce(excluded.buy_fees, '{}'),
                cost = CASE WHEN excluded.changed_at >= o.changed_at THEN excluded.cost ELSE o.cost END,
                average_price = CASE WHEN excluded.changed_at >= o.changed_at
                    THEN coalesce(excluded.average_price, o.average_price) ELSE o.average_price END,
                held_by = coalesce(excluded.held_by, o.held_by)
            """);
    private static final ProjectionStatement CLOSED = ProjectionStatement.of("""
            INSERT INTO position AS o (position_id, environment, run_id, pair, opened_at, changed_at, closed_at,
                quantity, proceeds, reason, left_quantity, left_worth)
            SELECT (p ->> 'positionId')::uuid, environment, (p ->> 'runId')::uuid, p ->> 'pair', at, at, at, 0,
                (p ->> 'proceeds')::numeric, p ->> 'reason', (p ->> 'left')::numeric, (p ->> 'leftWorth')::numeric
            FROM m
            ON CONFLICT (position_id) DO UPDATE SET
                changed_at = greatest(o.changed_at, excluded.changed_at),
                closed_at = coalesce(o.closed_at, excluded.closed_at),
                quantity = 0,
                reason = CASE WHEN o.closed_at IS NULL THEN excluded.reason ELSE o.reason END,
                left_quantity = CASE WHEN o.closed_at IS NULL THEN excluded.left_quantity ELSE o.left_quantity END,
                left_worth = CASE WHEN o.closed_at IS NULL THEN excluded.left_worth ELSE o.left_worth END,
                proceeds = CASE WHEN o.closed_at IS NULL THEN excluded.proceeds ELSE o.proceeds END
            """);

    private PositionProjection() {}

    static List<ProjectionStatement> changed(PositionId position) {
        return List.of(CHANGED.on("position", position));
    }

    static List<ProjectionStatement> closed(PositionId position) {
        return List.of(CLOSED.on("position", position));
    }
}
