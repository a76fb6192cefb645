-- Orders are also listed by kind and by reason, and have the badge of their latency.

-- The status of an order in a scope: + where something was filled, ~ for a surprise.
CREATE FUNCTION order_scope(status text, filled numeric, opening timestamptz) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN status || CASE WHEN filled > 0 THEN '+' ELSE '' END || CASE WHEN opening IS NULL THEN '~' ELSE '' END;

DROP VIEW list_trade;
DROP VIEW list_order;
DROP INDEX orders_list, orders_list_run, orders_list_pair, orders_list_run_pair;

CREATE VIEW list_order AS
SELECT created_at AS sort_time, client_order_id AS sort_key,
       environment || ' ' || order_scope(status, filled_quantity, opening_time) AS scope,
       environment || ' ' || run_id::text || ' ' || order_scope(status, filled_quantity, opening_time) AS scope_run,
       environment || ' ' || pair || ' ' || order_scope(status, filled_quantity, opening_time) AS scope_pair,
       environment || ' ' || run_id::text || ' ' || pair || ' '
           || order_scope(status, filled_quantity, opening_time) AS scope_run_pair,
       environment || ' ' || reason || ' ' || order_scope(status, filled_quantity, opening_time) AS scope_reason,
       environment || ' ' || run_id::text || ' ' || reason || ' '
           || order_scope(status, filled_quantity, opening_time) AS scope_run_reason,
       environment || ' ' || pair || ' ' || reason || ' '
           || order_scope(status, filled_quantity, opening_time) AS scope_pair_reason,
       environment || ' ' || run_id::text || ' ' || pair || ' ' || reason || ' '
           || order_scope(status, filled_quantity, opening_time) AS scope_run_pair_reason
FROM orders;

CREATE VIEW list_trade AS SELECT * FROM list_order;

CREATE INDEX orders_list ON orders
    ((environment || ' ' || order_scope(status, filled_quantity, opening_time)), created_at, client_order_id);
CREATE INDEX orders_list_run ON orders
    ((environment || ' ' || run_id::text || ' ' || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id);
CREATE INDEX orders_list_pair ON orders
    ((environment || ' ' || pair || ' ' || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id);
CREATE INDEX orders_list_run_pair ON orders
    ((environment || ' ' || run_id::text || ' ' || pair || ' '
      || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id);
-- What was bought has no reason, so the way of a fill touches none of these.
CREATE INDEX orders_list_reason ON orders
    ((environment || ' ' || reason || ' ' || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id)
    WHERE reason IS NOT NULL;
CREATE INDEX orders_list_run_reason ON orders
    ((environment || ' ' || run_id::text || ' ' || reason || ' '
      || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id)
    WHERE reason IS NOT NULL;
CREATE INDEX orders_list_pair_reason ON orders
    ((environment || ' ' || pair || ' ' || reason || ' ' || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id)
    WHERE reason IS NOT NULL;
CREATE INDEX orders_list_run_pair_reason ON orders
    ((environment || ' ' || run_id::text || ' ' || pair || ' ' || reason || ' '
      || order_scope(status, filled_quantity, opening_time)),
     created_at, client_order_id)
    WHERE reason IS NOT NULL;

-- The latency that decides about the badge: a surprise from its detection, a scheduled buy from its opening.
CREATE FUNCTION order_latency(o orders) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN o.opening_time IS NULL THEN micros(o.detected_at, o.submitted_at)
                ELSE micros(o.opening_time, o.written_at) END;

CREATE FUNCTION latency_badge(micros bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN micros < 500000 THEN 'GREEN' WHEN micros < 1000000 THEN 'YELLOW'
                WHEN micros IS NOT NULL THEN 'RED' END;

DROP VIEW api_trade;

CREATE OR REPLACE VIEW api_order AS
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
       micros(answered_at, filled_at) AS "answeredToFilledMicros",
       order_latency(o) AS "latencyMicros", latency_badge(order_latency(o)) AS badge
FROM orders o
CROSS JOIN LATERAL (SELECT coalesce(jsonb_object_agg(hop, micros), '{}') AS hops FROM order_hops(o)) h;

CREATE VIEW api_trade AS
SELECT o.* FROM api_order o WHERE o."filledQuantity" IS NOT NULL AND o."filledQuantity"::numeric > 0;

-- Alerts are also listed by kind.
CREATE OR REPLACE VIEW list_alert AS
SELECT raised_at AS sort_time, alert_id AS sort_key,
       environment || ' ' || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS scope,
       environment || ' ' || run_id::text || ' '
           || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS scope_run,
       environment || ' ' || kind || ' ' || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS scope_kind,
       environment || ' ' || run_id::text || ' ' || kind || ' '
           || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS scope_run_kind
FROM alert;

CREATE INDEX alert_list_kind ON alert
    ((environment || ' ' || kind || ' ' || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END),
     raised_at, alert_id);
CREATE INDEX alert_list_run_kind ON alert
    ((environment || ' ' || run_id::text || ' ' || kind || ' '
      || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END),
     raised_at, alert_id)
    WHERE run_id IS NOT NULL;
