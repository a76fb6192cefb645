package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellStep;
import java.util.List;

/** Projects exits: one row per exit, whichever of its events is read first, and the plan of each position. */
final class ExitProjection {
    /** The plan of the latest event; a position without one has null and the time since when. */
    private static final ProjectionStatement PLANNED = ProjectionStatement.of("""
            INSERT INTO position AS o (position_id, environment, run_id, pair, opened_at, changed_at, plan, planned_at,
                planned_by)
            SELECT (p ->> 'positionId')::uuid, environment, (p ->> 'runId')::uuid, p ->> 'pair', at, '-infinity',
                nullif(p -> 'plan', 'null'), at, p ->> 'by'
            FROM m
            ON CONFLICT (position_id) DO UPDATE SET
                opened_at = least(o.opened_at, excluded.opened_at),
                plan = CASE WHEN excluded.planned_at >= coalesce(o.planned_at, '-infinity')
                    THEN excluded.plan ELSE o.plan END,
                planned_by = CASE WHEN excluded.planned_at >= coalesce(o.planned_at, '-infinity')
                    THEN excluded.planned_by ELSE o.planned_by END,
                planned_at = greatest(o.planned_at, excluded.planned_at)
            """);

    private static final ProjectionStatement TRIGGERED = ProjectionStatement.of("""
            INSERT INTO exit AS o (exit_id, environment, run_id, position_id, pair, first_seen, triggered_at, cause,
                level, trigger_price, seen_price, priced_at, quantity, style)
            SELECT (p #>> '{meta,id}')::uuid, environment, (p ->> 'runId')::uuid, (p ->> 'positionId')::uuid,
                p ->> 'pair', at, at, p ->> 'cause', (p ->> 'level')::integer, (p ->> 'triggerPrice')::numeric,
                (p ->> 'seenPrice')::numeric, (p ->> 'pricedAt')::timestamptz, (p ->> 'quantity')::numeric,
                p ->> 'style'
            FROM m
            ON CONFLICT (exit_id) DO UPDATE SET
                first_seen = least(o.first_seen, excluded.first_seen),
                triggered_at = excluded.triggered_at, cause = excluded.cause, level = excluded.level,
                trigger_price = excluded.trigger_price, seen_price = excluded.seen_price,
                priced_at = excluded.priced_at, quantity = excluded.quantity, style = excluded.style
            """);

    /** The first end of an exit stays. */
    private static final ProjectionStatement ENDED = ProjectionStatement.of("""
            INSERT INTO exit AS o (exit_id, environment, run_id, position_id, pair, first_seen, ended_at, exit_end,
                left_quantity, left_worth)
            SELECT (p ->> 'exit')::uuid, environment, (p ->> 'runId')::uuid, (p ->> 'positionId')::uuid, p ->> 'pair',
                at, at, p ->> 'end', (p ->> 'left')::numeric, (p ->> 'leftWorth')::numeric
            FROM m
            ON CONFLICT (exit_id) DO UPDATE SET
                first_seen = least(o.first_seen, excluded.first_seen),
                exit_end = coalesce(o.exit_end, excluded.exit_end),
                left_quantity = CASE WHEN o.exit_end IS NULL THEN excluded.left_quantity ELSE o.left_quantity END,
                left_worth = CASE WHEN o.exit_end IS NULL THEN excluded.left_worth ELSE o.left_worth END,
                ended_at = coalesce(o.ended_at, excluded.ended_at)
            """);

    private ExitProjection() {}

    static List<ProjectionStatement> of(ExitEvent event) {
        return switch (event) {
            case ExitPlanned planned -> List.of(PLANNED.on("position", planned.positionId()));
            case ExitTriggered triggered ->
                List.of(TRIGGERED.on("exit", triggered.meta().id()));
            case ExitEnded ended -> List.of(ENDED.on("exit", ended.exit()));
            case SellStep step -> SellProjection.of(step);
        };
    }
}
