-- For each run that started: its snapshot and the latest version of its configuration, the guardrails at its start and
-- now, and what each service reported about its settings before the start and last.
CREATE VIEW drift AS
SELECT r.run_id, r.environment, r.started_at AS "startedAt", r.run_id AS "runId",
       r.configuration_id AS "configurationId", r.configuration_version AS "runningVersion", r.snapshot AS running,
       v.version AS "latestVersion", v.content AS latest,
       before.version AS "guardrailsVersionAtStart", before.guardrails AS "guardrailsAtStart",
       now.version AS "guardrailsVersion", now.guardrails,
       (SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'service', last.service, 'reportedAt', last.reported_at, 'settings', last.settings,
                   'reportedBeforeStartAt', first.reported_at, 'settingsAtStart', first.settings)
               ORDER BY last.service), '[]')
        FROM (SELECT DISTINCT ON (service) service, reported_at, settings
              FROM reported_settings
              WHERE environment = r.environment
              ORDER BY service, reported_at DESC) last
        LEFT JOIN LATERAL (SELECT reported_at, settings
                           FROM reported_settings
                           WHERE environment = r.environment AND service = last.service
                               AND reported_at <= r.started_at
                           ORDER BY reported_at DESC
                           LIMIT 1) first ON true) AS services
FROM run r
JOIN configuration c ON c.configuration_id = r.configuration_id
JOIN configuration_version v ON v.configuration_id = c.configuration_id AND v.version = c.current_version
LEFT JOIN LATERAL (SELECT version, guardrails
                   FROM guardrails
                   WHERE environment = r.environment AND changed_at <= r.started_at
                   ORDER BY changed_at DESC, version DESC
                   LIMIT 1) before ON true
LEFT JOIN LATERAL (SELECT version, guardrails
                   FROM guardrails
                   WHERE environment = r.environment
                   ORDER BY version DESC
                   LIMIT 1) now ON true
WHERE r.snapshot IS NOT NULL;
