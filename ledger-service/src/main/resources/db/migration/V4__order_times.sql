-- Every time of an order, what lies between them, and why a listing was not bought.

-- event_time, by the exchange's clock: when it says that trading begins or began. recorded_at: the journal's time of the step
-- the status comes from; fill_recorded_at: of the first message that told of a fill. timed_at: of the latest step that told
-- times. Rows from before this have none of them.
ALTER TABLE orders
    ADD COLUMN event_time       timestamptz,
    ADD COLUMN signed_at        timestamptz,
    ADD COLUMN timed_at         timestamptz,
    ADD COLUMN recorded_at      timestamptz,
    ADD COLUMN fill_recorded_at timestamptz;
CREATE INDEX orders_listing ON orders (listing_id);

-- A time told later replaces an earlier one, whichever is read first; what a step does not tell it does not take back.
CREATE FUNCTION told_later(old timestamptz, old_told timestamptz, new timestamptz, new_told timestamptz)
    RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN old_told IS NULL OR new_told >= old_told THEN coalesce(new, old) ELSE coalesce(old, new) END;

CREATE FUNCTION order_kind(o orders) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN o.opening_time IS NULL THEN 'surprise' ELSE 'scheduled' END;

-- The hops of an order whose both ends are known, in their order: those of Hop in the contract, and then our own.
CREATE FUNCTION order_hops(o orders) RETURNS TABLE (place integer, hop text, micros bigint)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT h.place, h.hop, h.micros
    FROM (VALUES
        (1, 'event_detected', 'surprise', micros(o.event_time, o.detected_at)),
        (2, 'detected_signaled', NULL, micros(o.detected_at, o.signaled_at)),
        (3, 'signaled_consumed', NULL, micros(o.signaled_at, o.consumed_at)),
        (4, 'consumed_durable', 'surprise', micros(o.consumed_at, o.submitted_at)),
        (5, 'consumed_signed', 'surprise', micros(o.consumed_at, o.signed_at)),
        (6, 'durable_written', 'surprise', micros(o.submitted_at, o.written_at)),
        (7, 'detected_written', 'surprise', micros(o.detected_at, o.written_at)),
        (8, 'fired_written', 'scheduled', micros(o.fired_at, o.written_at)),
        (9, 'fired_durable', 'scheduled', micros(o.fired_at, o.submitted_at)),
        (10, 'opening_written', 'scheduled', micros(o.opening_time, o.written_at)),
        (11, 'written_answered', NULL, micros(o.written_at, o.answered_at)),
        (12, 'answered_filled', NULL, micros(o.answered_at, o.filled_at)),
        (13, 'filled_recorded', NULL, micros(o.filled_at, o.fill_recorded_at)),
        (14, 'told_recorded', NULL, micros(o.status_at, o.recorded_at))) AS h (place, hop, kind, micros)
    WHERE h.micros IS NOT NULL AND (h.kind IS NULL OR h.kind = order_kind(o))
$$;

DROP VIEW api_trade;
DROP VIEW api_order;

CREATE VIEW api_order AS
SELECT created_at AS sort_time, client_order_id AS sort_key, environment, run_id AS "runId", pair, status,
       client_order_id AS "clientOrderId", listing_id AS "listingId", permit_id AS "permitId", side,
       order_type AS "orderType", attempt, quote_amount::text AS "quoteAmount", valid_until AS "validUntil",
       exchange_order_id AS "exchangeOrderId", filled_quantity::text AS "filledQuantity",
       filled_amount::text AS "filledAmount", average_price::text AS "averagePrice", reason, detail,
       http_status AS "httpStatus", exchange_code AS "exchangeCode", ambiguity, resolution, probes,
       created_at AS "createdAt", status_at AS "statusAt", updated_at AS "updatedAt", order_kind(o) AS kind,
       jsonb_build_object(
           'openingTime', opening_time, 'eventTime', event_time, 'detectedAt', detected_at, 'signaledAt', signaled_at,
           'consumedAt', consumed_at, 'firedAt', fired_at, 'submittedAt', submitted_at, 'signedAt', signed_at,
           'writtenAt', written_at, 'answeredAt', answered_at, 'filledAt', filled_at, 'exchangeTime', exchange_time,
           'recordedAt', recorded_at, 'fillRecordedAt', fill_recorded_at, 'hopMicros', h.hops) AS timeline,
       micros(detected_at, signaled_at) AS "detectionToSignalMicros",
       micros(signaled_at, consumed_at) AS "signalToConsumedMicros",
       micros(detected_at, submitted_at) AS "detectionToSubmittedMicros",
       micros(fired_at, submitted_at) AS "firedToSubmittedMicros",
       micros(submitted_at, written_at) AS "submittedToWrittenMicros",
       micros(opening_time, written_at) AS "openingToWrittenMicros",
       micros(written_at, answered_at) AS "writtenToAnsweredMicros",
       micros(answered_at, filled_at) AS "answeredToFilledMicros"
FROM orders o
CROSS JOIN LATERAL (SELECT coalesce(jsonb_object_agg(hop, micros), '{}') AS hops FROM order_hops(o)) h;

CREATE VIEW api_trade AS
SELECT o.* FROM api_order o WHERE o."filledQuantity" IS NOT NULL AND o."filledQuantity"::numeric > 0;

-- A run's decision on a listing is what the scanner told it, and what the trader made of that where nothing was bought.
CREATE OR REPLACE VIEW api_listing AS
SELECT l.first_seen AS sort_time, l.listing_id::text AS sort_key, l.environment, l.pair, s.status,
       l.listing_id AS "listingId", l.opening_time AS "openingTime", l.detected_at AS "detectedAt",
       l.opened_at AS "openedAt", l.withdrawn_at AS "withdrawnAt", l.first_seen AS "firstSeen", l.verdict, l.reasons,
       l.rules, l.evidence, d.decisions, l.verdict_at AS "verdictAt"
FROM listing l
CROSS JOIN LATERAL (SELECT CASE WHEN l.withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                                WHEN l.opened_at IS NOT NULL THEN 'OPENED' ELSE 'ANNOUNCED' END AS status) s
CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'runId', run_id, 'outcome', outcome, 'decidedAt', decided_at, 'source', source,
                                'confidence', confidence, 'deadline', deadline, 'reason', reason, 'detail', detail,
                                'clientOrderId', client_order_id)
                            ORDER BY decided_at, outcome), '[]') AS decisions
                    FROM (SELECT run_id, outcome, decided_at, source, confidence, deadline, reason, detail,
                                 NULL AS client_order_id
                          FROM listing_decision WHERE listing_id = l.listing_id
                          UNION ALL
                          SELECT run_id, status, status_at, NULL, NULL, NULL, reason, detail, client_order_id
                          FROM orders WHERE listing_id = l.listing_id AND status IN ('DENIED', 'REJECTED')) every) d;
