-- One view per list of the read API. Quoted columns are the fields of its items; sort_time and sort_key are the keyset,
-- environment, status, "runId" and pair the filters. Decimals leave as text: JSON numbers would lose digits in readers.

CREATE FUNCTION micros(earlier timestamptz, later timestamptz) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (extract(epoch FROM later - earlier) * 1000000)::bigint;

CREATE VIEW api_configuration AS
SELECT c.saved_at AS sort_time, c.configuration_id::text AS sort_key, c.environment,
       c.configuration_id AS "configurationId", c.name, c.current_version AS version, v.content,
       v.saved_by AS "savedBy", c.saved_at AS "savedAt"
FROM configuration c
JOIN configuration_version v ON v.configuration_id = c.configuration_id AND v.version = c.current_version;

CREATE VIEW api_configuration_version AS
SELECT v.saved_at AS sort_time, v.configuration_id || '/' || v.version AS sort_key, v.environment,
       v.configuration_id AS "configurationId", v.content ->> 'name' AS name, v.version, v.content,
       v.saved_by AS "savedBy", v.saved_at AS "savedAt"
FROM configuration_version v;

CREATE VIEW api_run AS
SELECT started_at AS sort_time, run_id::text AS sort_key, environment, state AS status, run_id AS "runId", state,
       CASE WHEN configuration_version IS NOT NULL
            THEN jsonb_build_object('id', configuration_id, 'version', configuration_version) END AS configuration,
       snapshot, started_by AS "startedBy", started_at AS "startedAt", stopped_by AS "stoppedBy",
       stop_reason AS "stopReason", stopping_at AS "stoppingAt", stopped_at AS "stoppedAt",
       suspended_at AS "suspendedAt", suspension, rejection, active_run_id AS "activeRunId"
FROM run;

CREATE VIEW api_listing AS
SELECT l.first_seen AS sort_time, l.listing_id::text AS sort_key, l.environment, l.pair, s.status,
       l.listing_id AS "listingId", l.opening_time AS "openingTime", l.detected_at AS "detectedAt",
       l.opened_at AS "openedAt", l.withdrawn_at AS "withdrawnAt", l.first_seen AS "firstSeen", l.verdict, l.reasons,
       l.rules, l.evidence, d.decisions
FROM listing l
CROSS JOIN LATERAL (SELECT CASE WHEN l.withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                                WHEN l.opened_at IS NOT NULL THEN 'OPENED' ELSE 'ANNOUNCED' END AS status) s
CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'runId', run_id, 'outcome', outcome, 'decidedAt', decided_at, 'source', source,
                                'confidence', confidence, 'deadline', deadline, 'reason', reason, 'detail', detail)
                            ORDER BY decided_at), '[]') AS decisions
                    FROM listing_decision WHERE listing_id = l.listing_id) d;

CREATE VIEW api_order AS
SELECT created_at AS sort_time, client_order_id AS sort_key, environment, run_id AS "runId", pair, status,
       client_order_id AS "clientOrderId", listing_id AS "listingId", permit_id AS "permitId", side,
       order_type AS "orderType", attempt, quote_amount::text AS "quoteAmount", valid_until AS "validUntil",
       exchange_order_id AS "exchangeOrderId", filled_quantity::text AS "filledQuantity",
       filled_amount::text AS "filledAmount", average_price::text AS "averagePrice", reason, detail,
       http_status AS "httpStatus", exchange_code AS "exchangeCode", ambiguity, resolution, probes,
       created_at AS "createdAt", status_at AS "statusAt", updated_at AS "updatedAt",
       CASE WHEN detected_at IS NOT NULL AND signaled_at IS NOT NULL AND consumed_at IS NOT NULL
            THEN jsonb_build_object(
                'openingTime', opening_time, 'detectedAt', detected_at, 'signaledAt', signaled_at,
                'consumedAt', consumed_at, 'firedAt', fired_at, 'submittedAt', submitted_at, 'writtenAt', written_at,
                'answeredAt', answered_at, 'filledAt', filled_at, 'exchangeTime', exchange_time) END AS timeline,
       micros(detected_at, signaled_at) AS "detectionToSignalMicros",
       micros(signaled_at, consumed_at) AS "signalToConsumedMicros",
       micros(detected_at, submitted_at) AS "detectionToSubmittedMicros",
       micros(fired_at, submitted_at) AS "firedToSubmittedMicros",
       micros(submitted_at, written_at) AS "submittedToWrittenMicros",
       micros(opening_time, written_at) AS "openingToWrittenMicros",
       micros(written_at, answered_at) AS "writtenToAnsweredMicros",
       micros(answered_at, filled_at) AS "answeredToFilledMicros"
FROM orders;

CREATE VIEW api_trade AS
SELECT o.* FROM api_order o WHERE o."filledQuantity" IS NOT NULL AND o."filledQuantity"::numeric > 0;

CREATE VIEW api_position AS
SELECT opened_at AS sort_time, position_id::text AS sort_key, environment, run_id AS "runId", pair,
       CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END AS status, position_id AS "positionId",
       quantity::text AS quantity, cost::text AS cost, average_price::text AS "averagePrice",
       proceeds::text AS proceeds, held_by AS "heldBy", opened_at AS "openedAt", changed_at AS "changedAt",
       closed_at AS "closedAt"
FROM position;

CREATE VIEW api_permit AS
SELECT first_seen AS sort_time, permit_id::text AS sort_key, environment, run_id AS "runId",
       CASE WHEN returned_at IS NOT NULL THEN 'RETURNED' WHEN client_order_id IS NOT NULL THEN 'USED'
            WHEN revoked_at IS NOT NULL THEN 'REVOKED' ELSE 'GRANTED' END AS status,
       permit_id AS "permitId", spend_limit::text AS "limit", granted_at AS "grantedAt", expires_at AS "expiresAt",
       client_order_id AS "clientOrderId", used_at AS "usedAt", revoked_at AS "revokedAt", revoked_for AS "revokedFor",
       returned_at AS "returnedAt", returned_for AS "returnedFor"
FROM permit;

CREATE VIEW api_alert AS
SELECT raised_at AS sort_time, alert_id::text AS sort_key, environment, run_id AS "runId",
       CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS status, alert_id AS "alertId", kind, subject,
       severity, summary, raised_at AS "raisedAt", last_raised_at AS "lastRaisedAt", times, cleared_at AS "clearedAt"
FROM alert;
