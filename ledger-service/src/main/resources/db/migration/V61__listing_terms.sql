-- The terms that a person has set for a listing, with who, when and why; null where nobody has.
ALTER TABLE listing ADD COLUMN terms jsonb;

CREATE OR REPLACE VIEW api_listing AS
SELECT l.first_seen AS sort_time, l.listing_id::text AS sort_key, l.environment, l.pair, s.status,
       l.listing_id AS "listingId", l.opening_time AS "openingTime", l.detected_at AS "detectedAt",
       l.opened_at AS "openedAt", l.withdrawn_at AS "withdrawnAt", l.first_seen AS "firstSeen", l.verdict, l.reasons,
       l.rules, l.evidence, d.decisions, l.verdict_at AS "verdictAt",
       CASE WHEN r.bought THEN 'BOUGHT' WHEN s.status = 'WITHDRAWN' THEN 'WITHDRAWN'
            WHEN l.opened_at IS NULL THEN 'PENDING' ELSE 'MISSED' END AS outcome,
       r.results, l.terms
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
