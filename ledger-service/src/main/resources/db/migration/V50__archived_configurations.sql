-- Archived configurations, and what decides about runs beside their snapshots, so that drift can be read.

ALTER TABLE configuration
    ADD COLUMN archived_at    timestamptz,
    ADD COLUMN archived_by    text,
    ADD COLUMN archive_reason text;

CREATE TABLE guardrails (
    environment text        NOT NULL,
    version     integer     NOT NULL CHECK (version > 0),
    guardrails  jsonb       NOT NULL,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (environment, version)
);
-- The ones in force at a moment are the latest before it.
CREATE INDEX guardrails_changed ON guardrails (environment, changed_at);

CREATE TABLE reported_settings (
    environment text        NOT NULL,
    service     text        NOT NULL,
    reported_at timestamptz NOT NULL,
    settings    jsonb       NOT NULL,
    PRIMARY KEY (environment, service, reported_at)
);

CREATE OR REPLACE VIEW api_configuration AS
SELECT c.saved_at AS sort_time, c.configuration_id::text AS sort_key, c.environment,
       c.configuration_id AS "configurationId", c.name, c.current_version AS version, v.content,
       v.saved_by AS "savedBy", c.saved_at AS "savedAt", c.archived_at IS NOT NULL AS archived,
       c.archived_at AS "archivedAt", c.archived_by AS "archivedBy", c.archive_reason AS "archiveReason"
FROM configuration c
JOIN configuration_version v ON v.configuration_id = c.configuration_id AND v.version = c.current_version;

CREATE OR REPLACE VIEW api_configuration_version AS
SELECT v.saved_at AS sort_time, v.configuration_id || '/' || v.version AS sort_key, v.environment,
       v.configuration_id AS "configurationId", v.content ->> 'name' AS name, v.version, v.content,
       v.saved_by AS "savedBy", v.saved_at AS "savedAt", c.archived_at IS NOT NULL AS archived,
       c.archived_at AS "archivedAt", c.archived_by AS "archivedBy", c.archive_reason AS "archiveReason"
FROM configuration_version v
JOIN configuration c ON c.configuration_id = v.configuration_id;
