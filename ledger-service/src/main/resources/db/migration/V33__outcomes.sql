-- What a listing came to, how often a run bought what it wanted, and the prices around an opening.

CREATE TABLE price_point (
    listing_id  uuid        NOT NULL,
    at          timestamptz NOT NULL,
    environment text        NOT NULL,
    pair        text        NOT NULL,
    last        numeric,
    bid         numeric,
    ask         numeric,
    PRIMARY KEY (listing_id, at)
);

-- The run that was active at a time: the one that started last.
CREATE INDEX run_started ON run (environment, started_at) WHERE state <> 'REJECTED';

-- Why nothing was bought, as one code: what the order ended with, else what the scanner decided.
CREATE FUNCTION missed_reason(order_status text, order_reason text, order_detail text, decision text, skip_reason text)
    RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN order_status = 'DENIED' AND order_reason = 'NO_PERMIT' AND order_detail LIKE '%cap=%' THEN 'CAP_REACHED'
        WHEN order_status IN ('DENIED', 'REJECTED', 'CANCELED') THEN coalesce(order_reason, order_status)
        WHEN order_status IN ('UNRESOLVED', 'ABSENT') THEN order_status
        WHEN order_status IS NOT NULL THEN 'PENDING'
        WHEN decision = 'SKIPPED' THEN coalesce(skip_reason, decision)
        WHEN decision = 'SIGNALED' THEN 'NO_ORDER'
        ELSE 'NO_DECISION' END;

-- One row per run that was active at the opening, decided about the listing or had an order; the run that bought comes
-- first, then the run that was active. A row without a run: the listing opened while no run wanted anything.
CREATE FUNCTION listing_results(wanted listing)
    RETURNS TABLE (run_id uuid, outcome text, reason text, detail text, exchange_code integer, client_order_id text,
        filled_quantity numeric, filled_amount numeric, decided_at timestamptz, active boolean)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH placed AS MATERIALIZED (SELECT * FROM orders WHERE listing_id = (wanted).listing_id),
    decided AS MATERIALIZED (SELECT * FROM listing_decision WHERE listing_id = (wanted).listing_id),
    at_opening AS MATERIALIZED (
        SELECT a.run_id FROM (
            SELECT r.run_id, r.stopping_at, r.stopped_at FROM run r
            WHERE r.environment = (wanted).environment AND r.state <> 'REJECTED'
                AND r.started_at <= (wanted).opened_at
            ORDER BY r.started_at DESC LIMIT 1) a
        WHERE coalesce(a.stopping_at, a.stopped_at, 'infinity') > (wanted).opened_at),
    concerned AS (
        SELECT run_id FROM at_opening UNION SELECT run_id FROM decided UNION SELECT run_id FROM placed
        UNION SELECT NULL WHERE (wanted).opened_at IS NOT NULL AND NOT EXISTS (SELECT FROM at_opening))
    SELECT c.run_id,
        CASE WHEN c.run_id IS NULL THEN 'NOT_WANTED' WHEN o.filled_quantity > 0 THEN 'BOUGHT'
             ELSE coalesce(o.status, d.outcome, 'UNDECIDED') END,
        CASE WHEN c.run_id IS NULL THEN 'NO_RUN' WHEN o.filled_quantity > 0 THEN NULL
             ELSE missed_reason(o.status, o.reason, o.detail, d.outcome, d.reason) END,
        CASE WHEN o.client_order_id IS NULL THEN d.detail ELSE o.detail END, o.exchange_code, o.client_order_id,
        f.quantity, f.amount, coalesce(o.status_at, d.decided_at), c.run_id IN (SELECT a.run_id FROM at_opening a)
    FROM concerned c
    LEFT JOIN LATERAL (
        SELECT * FROM placed p WHERE p.run_id = c.run_id
        ORDER BY p.filled_quantity > 0 DESC NULLS LAST, p.status_at DESC, p.client_order_id DESC LIMIT 1) o ON true
    LEFT JOIN LATERAL (
        SELECT sum(p.filled_quantity) AS quantity, sum(p.filled_amount) AS amount
        FROM placed p WHERE p.run_id = c.run_id AND p.filled_quantity > 0) f ON true
    LEFT JOIN LATERAL (
        SELECT * FROM decided s WHERE s.run_id = c.run_id ORDER BY s.decided_at DESC, s.outcome LIMIT 1) d ON true
    WHERE c.run_id IS NOT NULL OR NOT EXISTS (SELECT FROM placed p WHERE p.filled_quantity > 0)
    ORDER BY coalesce(o.filled_quantity > 0, false) DESC,
        coalesce(c.run_id IN (SELECT a.run_id FROM at_opening a), false) DESC, c.run_id IS NULL DESC,
        coalesce(o.status_at, d.decided_at) DESC
$$;

CREATE OR REPLACE VIEW api_listing AS
SELECT l.first_seen AS sort_time, l.listing_id::text AS sort_key, l.environment, l.pair, s.status,
       l.listing_id AS "listingId", l.opening_time AS "openingTime", l.detected_at AS "detectedAt",
       l.opened_at AS "openedAt", l.withdrawn_at AS "withdrawnAt", l.first_seen AS "firstSeen", l.verdict, l.reasons,
       l.rules, l.evidence, d.decisions, l.verdict_at AS "verdictAt",
       CASE WHEN r.bought THEN 'BOUGHT' WHEN s.status = 'WITHDRAWN' THEN 'WITHDRAWN'
            WHEN l.opened_at IS NULL THEN 'PENDING' ELSE 'MISSED' END AS outcome,
       r.results
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
                          FROM orders WHERE listing_id = l.listing_id AND status IN ('DENIED', 'REJECTED')) every) d
CROSS JOIN LATERAL (SELECT coalesce(bool_or(e.outcome = 'BOUGHT'), false) AS bought,
                           coalesce(jsonb_agg(jsonb_build_object(
                               'runId', e.run_id, 'outcome', e.outcome, 'reason', e.reason, 'detail', e.detail,
                               'exchangeCode', e.exchange_code, 'clientOrderId', e.client_order_id,
                               'filledQuantity', e.filled_quantity::text, 'filledAmount', e.filled_amount::text,
                               'decidedAt', e.decided_at)), '[]') AS results
                    FROM listing_results(l) e) r;

-- Every status that an order of a list can have in its scope.
CREATE FUNCTION run_scopes(environment text, run uuid) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(environment || ' ' || run::text || ' ' || status || filled || kind)
    FROM unnest(ARRAY['ARMED', 'DENIED', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'FILLED', 'REJECTED', 'CANCELED',
             'UNRESOLVED', 'ABSENT']) AS status, unnest(ARRAY['', '+']) AS filled, unnest(ARRAY['', '~']) AS kind
$$;

-- How a run fared with the listings that it wanted, each counted once.
CREATE FUNCTION run_success(r run)
    RETURNS TABLE (wanted bigint, skipped bigint, bought bigint, outcomes jsonb, denied jsonb, rejected jsonb)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH placed AS MATERIALIZED (
        SELECT DISTINCT ON (o.listing_id) o.listing_id, o.filled_quantity > 0 AS bought, o.status, o.reason, o.detail,
            o.exchange_code
        FROM orders o
        WHERE o.environment || ' ' || o.run_id::text || ' ' || order_scope(o.status, o.filled_quantity, o.opening_time)
            = ANY (run_scopes((r).environment, (r).run_id))
        ORDER BY o.listing_id, o.filled_quantity > 0 DESC NULLS LAST, o.status_at DESC, o.client_order_id DESC),
    decided AS MATERIALIZED (
        SELECT listing_id, bool_or(outcome = 'SIGNALED') AS signaled
        FROM listing_decision WHERE run_id = (r).run_id GROUP BY listing_id),
    results AS MATERIALIZED (
        SELECT CASE WHEN p.bought THEN 'BOUGHT' WHEN p.status IS NULL AND NOT d.signaled THEN 'SKIPPED'
                    WHEN p.status IS NULL THEN 'NO_ORDER' ELSE p.status END AS outcome,
            missed_reason(p.status, p.reason, p.detail, NULL, NULL) AS reason, coalesce(p.exchange_code, 0) AS code
        FROM placed p FULL JOIN decided d USING (listing_id))
    SELECT count(*) FILTER (WHERE outcome <> 'SKIPPED'), count(*) FILTER (WHERE outcome = 'SKIPPED'),
        count(*) FILTER (WHERE outcome = 'BOUGHT'),
        coalesce((SELECT jsonb_object_agg(outcome, n) FROM (
            SELECT outcome, count(*) AS n FROM results GROUP BY outcome) x), '{}'),
        coalesce((SELECT jsonb_object_agg(reason, n) FROM (
            SELECT reason, count(*) AS n FROM results WHERE outcome = 'DENIED' GROUP BY reason) x), '{}'),
        coalesce((SELECT jsonb_object_agg(code, n) FROM (
            SELECT code, count(*) AS n FROM results WHERE outcome = 'REJECTED' GROUP BY code) x), '{}')
    FROM results
$$;

CREATE VIEW api_success_rate AS
SELECT r.started_at AS sort_time, r.run_id::text AS sort_key, r.environment, r.state AS status, r.run_id AS "runId",
       r.state, r.started_at AS "startedAt", r.stopped_at AS "stoppedAt", s.wanted, s.skipped, s.bought,
       CASE WHEN s.wanted > 0 THEN round(s.bought::numeric / s.wanted, 4)::text END AS "successRate",
       s.outcomes, s.denied, s.rejected
FROM run r
CROSS JOIN LATERAL run_success(r) s;

CREATE VIEW list_success_rate AS SELECT * FROM list_run;
