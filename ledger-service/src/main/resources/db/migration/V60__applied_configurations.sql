-- The versions that a run has used, so that who changed what, when and why can be read without the journal.

CREATE TABLE run_configuration (
    run_id                uuid        NOT NULL,
    event_id              uuid        NOT NULL,
    environment           text        NOT NULL,
    configuration_id      uuid        NOT NULL,
    configuration_version integer     NOT NULL,
    snapshot              jsonb       NOT NULL,
    applied_by            text,
    applied_at            timestamptz NOT NULL,
    reason                text,
    PRIMARY KEY (run_id, event_id)
);
CREATE INDEX run_configuration_time ON run_configuration (run_id, applied_at);

-- A run that started before this table existed has its present version alone.
INSERT INTO run_configuration (run_id, event_id, environment, configuration_id, configuration_version, snapshot,
    applied_by, applied_at)
SELECT run_id, run_id, environment, configuration_id, configuration_version, snapshot, started_by, started_at
FROM run
WHERE snapshot IS NOT NULL AND configuration_id IS NOT NULL AND configuration_version IS NOT NULL;
