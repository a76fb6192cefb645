-- The numbers of the cap that an alert is about, as risk-service stated them last; null for other kinds, and for alerts
-- of records written before the field.
ALTER TABLE alert ADD COLUMN cap jsonb;

CREATE OR REPLACE VIEW api_alert AS
SELECT raised_at AS sort_time, alert_id::text AS sort_key, environment, run_id AS "runId",
       CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS status, alert_id AS "alertId", kind, subject,
       severity, summary, raised_at AS "raisedAt", last_raised_at AS "lastRaisedAt", times, cleared_at AS "clearedAt",
       cap
FROM alert;
