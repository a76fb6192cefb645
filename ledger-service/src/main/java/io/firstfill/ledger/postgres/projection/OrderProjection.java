package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Projects order attempts: one row per attempt, whichever of its steps is read first. The status only advances, except
 * that an open order can become unresolved ({@code order_moves} in the database); fills only grow. A time comes from
 * the step that occurred last of those that report it, in whatever order the steps are read ({@code told_later} in the
 * database); the times of the first fill stay. Every other column keeps the value of the step read last that had one.
 */
final class OrderProjection {
    private static final String UPSERT = """
            INSERT INTO orders AS o (client_order_id, environment, run_id, listing_id, pair, status, status_at,
                created_at, updated_at, permit_id, side, order_type, attempt, quote_amount, valid_until,
                exchange_order_id, filled_quantity, filled_amount, average_price, reason, detail, http_status,
                exchange_code, ambiguity, resolution, probes, opening_time, event_time, detected_at, signaled_at,
                consumed_at, fired_at, submitted_at, signed_at, written_at, answered_at, filled_at, exchange_time,
                timed_at, recorded_at, fill_recorded_at)
            SELECT p ->> 'clientOrderId', environment, (p ->> 'runId')::uuid, (p ->> 'listingId')::uuid, p ->> 'pair',
                coalesce($2::text, 'UNRESOLVED'), at, at, at, (p ->> 'permitId')::uuid, p ->> 'side',
                p ->> 'orderType', (p ->> 'attempt')::integer, (p ->> 'quoteAmount')::numeric,
                (p ->> 'validUntil')::timestamptz, p ->> 'exchangeOrderId', (p ->> 'filledQuantity')::numeric,
                (p ->> 'filledAmount')::numeric, (p ->> 'averagePrice')::numeric,
                coalesce(p ->> 'reason', p ->> 'rejection'), coalesce(p ->> 'detail', p ->> 'message'),
                (p ->> 'httpStatus')::integer, (p ->> 'code')::integer, p ->> 'ambiguity', p ->> 'resolution',
                (p ->> 'probes')::integer,
                coalesce(p #>> '{timeline,openingTime}', p ->> 'openingTime')::timestamptz,
                (p #>> '{timeline,eventTime}')::timestamptz, (p #>> '{timeline,detectedAt}')::timestamptz,
                (p #>> '{timeline,signaledAt}')::timestamptz, (p #>> '{timeline,consumedAt}')::timestamptz,
                (p #>> '{timeline,firedAt}')::timestamptz, (p #>> '{timeline,submittedAt}')::timestamptz,
                (p #>> '{timeline,signedAt}')::timestamptz, (p #>> '{timeline,writtenAt}')::timestamptz,
                (p #>> '{timeline,answeredAt}')::timestamptz, (p #>> '{timeline,filledAt}')::timestamptz,
                (p #>> '{timeline,exchangeTime}')::timestamptz, CASE WHEN p ? 'timeline' THEN at END, recorded_at,
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
                permit_id = coalesce(excluded.permit_id, o.permit_id),
                side = coalesce(excluded.side, o.side),
                order_type = coalesce(excluded.order_type, o.order_type),
                attempt = coalesce(excluded.attempt, o.attempt),
                quote_amount = coalesce(excluded.quote_amount, o.quote_amount),
                valid_until = greatest(excluded.valid_until, o.valid_until),
                exchange_order_id = coalesce(excluded.exchange_order_id, o.exchange_order_id),
                filled_quantity = greatest(excluded.filled_quantity, o.filled_quantity),
                filled_amount = greatest(excluded.filled_amount, o.filled_amount),
                average_price = coalesce(excluded.average_price, o.average_price),
                reason = coalesce(excluded.reason, o.reason),
                detail = coalesce(excluded.detail, o.detail),
                http_status = coalesce(excluded.http_status, o.http_status),
                exchange_code = coalesce(excluded.exchange_code, o.exchange_code),
                ambiguity = coalesce(excluded.ambiguity, o.ambiguity),
                resolution = coalesce(excluded.resolution, o.resolution),
                probes = greatest(excluded.probes, o.probes),
                opening_time = told_later(o.opening_time, o.timed_at, excluded.opening_time, excluded.timed_at),
                event_time = told_later(o.event_time, o.timed_at, excluded.event_time, excluded.timed_at),
                detected_at = told_later(o.detected_at, o.timed_at, excluded.detected_at, excluded.timed_at),
                signaled_at = told_later(o.signaled_at, o.timed_at, excluded.signaled_at, excluded.timed_at),
                consumed_at = told_later(o.consumed_at, o.timed_at, excluded.consumed_at, excluded.timed_at),
                fired_at = told_later(o.fired_at, o.timed_at, excluded.fired_at, excluded.timed_at),
                submitted_at = told_later(o.submitted_at, o.timed_at, excluded.submitted_at, excluded.timed_at),
                signed_at = told_later(o.signed_at, o.timed_at, excluded.signed_at, excluded.timed_at),
                written_at = told_later(o.written_at, o.timed_at, excluded.written_at, excluded.timed_at),
                answered_at = told_later(o.answered_at, o.timed_at, excluded.answered_at, excluded.timed_at),
                exchange_time = told_later(o.exchange_time, o.timed_at, excluded.exchange_time, excluded.timed_at),
                filled_at = least(o.filled_at, excluded.filled_at),
                timed_at = greatest(o.timed_at, excluded.timed_at),
                fill_recorded_at = least(o.fill_recorded_at, excluded.fill_recorded_at)
            """;

    private OrderProjection() {}

    static List<ProjectionStatement> of(OrderEvent event) {
        return switch (event) {
            case OrderArmed armed -> List.of(upsert(armed), PermitProjection.used(armed.permitId()));
            case OrderSubmitted submitted -> List.of(upsert(submitted), PermitProjection.used(submitted.permitId()));
            case OrderStep step -> List.of(upsert(step));
            case PositionOpened opened -> PositionProjection.changed(opened.positionId());
            case PositionChanged changed -> PositionProjection.changed(changed.positionId());
            case PositionClosed closed -> PositionProjection.closed(closed.positionId());
            case PermitReturned returned -> PermitProjection.returned(returned.permitId());
        };
    }

    private static ProjectionStatement upsert(OrderStep step) {
        return ProjectionStatement.of(UPSERT, status(step)).on("orders", step.clientOrderId());
    }

    /** Returns null where the step does not determine a status. */
    private static @Nullable String status(OrderStep step) {
        return switch (step) {
            case OrderArmed armed -> "ARMED";
            case OrderDenied denied -> "DENIED";
            case OrderSubmitted submitted -> "SUBMITTED";
            case OrderAccepted accepted -> "ACCEPTED";
            case OrderRejected rejected -> "REJECTED";
            case OrderPartiallyFilled partly -> "PARTIALLY_FILLED";
            case OrderFilled filled -> "FILLED";
            case OrderCanceled canceled -> "CANCELED";
            case OrderUnresolved unresolved -> "UNRESOLVED";
            case OrderResolved resolved ->
                switch (resolved.resolution()) {
                    case FOUND, OPERATOR, SETTLED -> null;
                    case ABSENT -> "ABSENT";
                };
        };
    }
}
