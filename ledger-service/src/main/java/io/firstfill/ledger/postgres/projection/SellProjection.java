package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.exit.SellAccepted;
import io.firstfill.contract.exit.SellCanceled;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellPartiallyFilled;
import io.firstfill.contract.exit.SellRejected;
import io.firstfill.contract.exit.SellResolved;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.exit.SellUnresolved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Projects sells as {@link OrderProjection} does buys: one row per order, whichever of its steps is read first, and one
 * row for each quantity up to which a step told that the order was filled.
 */
final class SellProjection {
    private static final String UPSERT = """
            INSERT INTO sell AS o (client_order_id, environment, run_id, position_id, exit_id, pair, status, status_at,
                created_at, updated_at, attempt, order_type, quantity, limit_price, valid_until, exchange_order_id,
                filled_quantity, filled_amount, average_price, fees, reason, detail, http_status, exchange_code,
                ambiguity, resolution, priced_at, triggered_at, submitted_at, signed_at, written_at, answered_at,
                filled_at, exchange_time, timed_at, recorded_at, fill_recorded_at)
            SELECT p ->> 'clientOrderId', environment, (p ->> 'runId')::uuid, (p ->> 'positionId')::uuid,
                (p ->> 'exit')::uuid, p ->> 'pair', coalesce($2::text, 'UNRESOLVED'), at, at, at,
                (p ->> 'attempt')::integer, p ->> 'orderType', (p ->> 'quantity')::numeric,
                (p ->> 'limitPrice')::numeric, (p ->> 'validUntil')::timestamptz, p ->> 'exchangeOrderId',
                (p ->> 'filledQuantity')::numeric, (p ->> 'filledAmount')::numeric, (p ->> 'averagePrice')::numeric,
                nullif(p -> 'fees', 'null'), coalesce(p ->> 'reason', p ->> 'rejection'),
                coalesce(p ->> 'detail', p ->> 'message'), (p ->> 'httpStatus')::integer, (p ->> 'code')::integer,
                p ->> 'ambiguity', p ->> 'resolution', (p #>> '{timeline,pricedAt}')::timestamptz,
                (p #>> '{timeline,triggeredAt}')::timestamptz, (p #>> '{timeline,submittedAt}')::timestamptz,
                (p #>> '{timeline,signedAt}')::timestamptz, (p #>> '{timeline,writtenAt}')::timestamptz,
                (p #>> '{timeline,answeredAt}')::timestamptz, (p #>> '{timeline,filledAt}')::timestamptz,
                (p #>> '{timeline,exchangeTime}')::timestamptz,
                CASE WHEN p #> '{timeline,triggeredAt}' IS NOT NULL THEN at END, recorded_at,
                CASE WHEN (p ->> 'filledQuantity')::numeric > 0 THEN recorded_at END
            FROM m
            ON CONFLICT (client_order_id) DO UPDATE SET
                status = CASE WHEN order_moves(o.status, o.status_at, $2::text, excluded.status_at)
                    THEN excluded.status ELSE o.status END,
                status_at = CASE WHEN order_moves(o.status, o.status_at, $2::text, excluded.status_at)
                    THEN excluded.status_at ELSE o.status_at END,
                recorded_at = CASE WHEN order_moves(o.status, o.status_at, $2::text, excluded.status_at)
                    THEN excluded.recorded_at ELSE o.recorded_at END,
                created_at = least(o.created_at, excluded.created_at),
                updated_at = greatest(o.updated_at, excluded.updated_at),
                attempt = coalesce(excluded.attempt, o.attempt),
                order_type = coalesce(excluded.order_type, o.order_type),
                quantity = coalesce(excluded.quantity, o.quantity),
                limit_price = coalesce(excluded.limit_price, o.limit_price),
                valid_until = greatest(excluded.valid_until, o.valid_until),
                exchange_order_id = coalesce(excluded.exchange_order_id, o.exchange_order_id),
                fees = CASE WHEN coalesce(excluded.filled_quantity, 0) >= coalesce(o.filled_quantity, 0)
                    THEN coalesce(excluded.fees, o.fees) ELSE coalesce(o.fees, excluded.fees) END,
                average_price = CASE WHEN coalesce(excluded.filled_quantity, 0) >= coalesce(o.filled_quantity, 0)
                    THEN coalesce(excluded.average_price, o.average_price) ELSE o.average_price END,
                filled_quantity = greatest(excluded.filled_quantity, o.filled_quantity),
                filled_amount = greatest(excluded.filled_amount, o.filled_amount),
                reason = coalesce(excluded.reason, o.reason),
                detail = coalesce(excluded.detail, o.detail),
                http_status = coalesce(excluded.http_status, o.http_status),
                exchange_code = coalesce(excluded.exchange_code, o.exchange_code),
                ambiguity = coalesce(excluded.ambiguity, o.ambiguity),
                resolution = coalesce(excluded.resolution, o.resolution),
                priced_at = told_later(o.priced_at, o.timed_at, excluded.priced_at, excluded.timed_at),
                triggered_at = told_later(o.triggered_at, o.timed_at, excluded.triggered_at, excluded.timed_at),
                submitted_at = told_later(o.submitted_at, o.timed_at, excluded.submitted_at, excluded.timed_at),
                signed_at = told_later(o.signed_at, o.timed_at, excluded.signed_at, excluded.timed_at),
                written_at = told_later(o.written_at, o.timed_at, excluded.written_at, excluded.timed_at),
                answered_at = told_later(o.answered_at, o.timed_at, excluded.answered_at, excluded.timed_at),
                exchange_time = told_later(o.exchange_time, o.timed_at, excluded.exchange_time, excluded.timed_at),
                filled_at = least(o.filled_at, excluded.filled_at),
                timed_at = greatest(o.timed_at, excluded.timed_at),
                fill_recorded_at = least(o.fill_recorded_at, excluded.fill_recorded_at)
            """;

    /** Steps that tell the same quantity are one fill, at the time of the earliest of them. */
    private static final ProjectionStatement FILL = ProjectionStatement.of("""
            INSERT INTO sell_fill AS o (client_order_id, filled_quantity, filled_amount, environment, position_id, at,
                fees)
            SELECT p ->> 'clientOrderId', (p ->> 'filledQuantity')::numeric, (p ->> 'filledAmount')::numeric,
                environment, (p ->> 'positionId')::uuid, at, nullif(p -> 'fees', 'null')
            FROM m WHERE (p ->> 'filledQuantity')::numeric > 0
            ON CONFLICT (client_order_id, filled_quantity) DO UPDATE SET
                filled_amount = greatest(o.filled_amount, excluded.filled_amount),
                at = least(o.at, excluded.at),
                fees = coalesce(excluded.fees, o.fees)
            """);

    private SellProjection() {}

    static List<ProjectionStatement> of(SellStep step) {
        return switch (step) {
            case SellSubmitted submitted -> List.of(upsert(step, "SUBMITTED"));
            case SellAccepted accepted -> List.of(upsert(step, "ACCEPTED"));
            case SellRejected rejected -> List.of(upsert(step, "REJECTED"));
            case SellPartiallyFilled partly -> List.of(upsert(step, "PARTIALLY_FILLED"), fill(step));
            case SellFilled filled -> List.of(upsert(step, "FILLED"), fill(step));
            case SellCanceled canceled -> List.of(upsert(step, "CANCELED"), fill(step));
            case SellUnresolved unresolved -> List.of(upsert(step, "UNRESOLVED"));
            case SellResolved resolved -> List.of(upsert(step, status(resolved)), fill(step));
        };
    }

    /** Returns null where the resolution does not determine a status: the step that it found follows. */
    private static @Nullable String status(SellResolved resolved) {
        return switch (resolved.resolution()) {
            case FOUND, OPERATOR, SETTLED -> null;
            case ABSENT -> "ABSENT";
        };
    }

    private static ProjectionStatement upsert(SellStep step, @Nullable String status) {
        return ProjectionStatement.of(UPSERT, status).on("sell", step.clientOrderId());
    }

    private static ProjectionStatement fill(SellStep step) {
        return FILL.on("sell_fill", step.clientOrderId());
    }
}
