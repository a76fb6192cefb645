-- Reports of a state, each of which holds until the next: credentials, trading states, caps and their use, balances,
-- guardrails. One row per report, as it was written.
--
-- status: which kind of report, a colon, and the state where the kind has states. kind and run_id: where reports have them.
CREATE TABLE report (
    report_id   uuid PRIMARY KEY,
    environment text        NOT NULL,
    status      text        NOT NULL,
    kind        text,
    run_id      uuid,
    reported_at timestamptz NOT NULL,
    content     jsonb       NOT NULL
);

CREATE VIEW list_report AS
SELECT reported_at AS sort_time, report_id AS sort_key,
       environment || ' ' || status AS scope,
       environment || ' ' || run_id::text || ' ' || status AS scope_run,
       environment || ' ' || kind || ' ' || status AS scope_kind,
       environment || ' ' || run_id::text || ' ' || kind || ' ' || status AS scope_run_kind
FROM report;

CREATE INDEX report_list ON report ((environment || ' ' || status), reported_at, report_id);
CREATE INDEX report_list_run ON report ((environment || ' ' || run_id::text || ' ' || status), reported_at, report_id)
    WHERE run_id IS NOT NULL;
CREATE INDEX report_list_kind ON report ((environment || ' ' || kind || ' ' || status), reported_at, report_id)
    WHERE kind IS NOT NULL;
CREATE INDEX report_list_run_kind ON report
    ((environment || ' ' || run_id::text || ' ' || kind || ' ' || status), reported_at, report_id)
    WHERE run_id IS NOT NULL AND kind IS NOT NULL;

CREATE VIEW list_credential AS SELECT * FROM list_report;
CREATE VIEW list_trading_state AS SELECT * FROM list_report;
CREATE VIEW list_caps AS SELECT * FROM list_report;
CREATE VIEW list_cap_event AS SELECT * FROM list_report;
CREATE VIEW list_balances AS SELECT * FROM list_report;
CREATE VIEW list_guardrails AS SELECT * FROM list_report;

CREATE VIEW api_credential AS
SELECT reported_at AS sort_time, report_id::text AS sort_key, environment, split_part(status, ':', 2) AS status,
       report_id AS "reportId", reported_at AS "reportedAt", content -> 'path' AS path, content -> 'version' AS version,
       content -> 'canTrade' AS "canTrade", content -> 'canWithdraw' AS "canWithdraw",
       content -> 'permissions' AS permissions, content -> 'storedAt' AS "storedAt",
       content -> 'unboundKeyEndsBy' AS "unboundKeyEndsBy", content -> 'exchangeCode' AS "exchangeCode",
       content -> 'refusedAddress' AS "refusedAddress"
FROM report WHERE status LIKE 'credential:%';

CREATE VIEW api_trading_state AS
SELECT reported_at AS sort_time, report_id::text AS sort_key, environment, split_part(status, ':', 2) AS status,
       report_id AS "reportId", reported_at AS "reportedAt", content -> 'state' AS state,
       content -> 'reason' AS reason, content -> 'changedBy' AS "changedBy"
FROM report WHERE status LIKE 'trading_state:%';

CREATE VIEW api_caps AS
SELECT reported_at AS sort_time, report_id::text AS sort_key, environment, run_id AS "runId",
       report_id AS "reportId", reported_at AS "reportedAt", content -> 'guardrailsVersion' AS "guardrailsVersion",
       content -> 'guardrails' AS guardrails, content -> 'uses' AS uses
FROM report WHERE status = 'caps:';

CREATE VIEW api_cap_event AS
SELECT reported_at AS sort_time, report_id::text AS sort_key, environment, run_id AS "runId", kind,
       split_part(status, ':', 2) AS status, report_id AS "reportId", reported_at AS "reportedAt",
       content -> 'cap' AS cap, content -> 'used' AS used, content -> 'limit' AS "limit", content -> 'until' AS until,
       content -> 'level' AS level, content -> 'resetBy' AS "resetBy"
FROM report WHERE status LIKE 'cap_event:%';

CREATE VIEW api_balances AS
SELECT reported_at AS sort_time, report_id::text AS sort_key, environment, report_id AS "reportId",
       reported_at AS "reportedAt", content -> 'balances' AS balances, content -> 'asOf' AS "asOf"
FROM report WHERE status = 'balances:';

CREATE VIEW api_guardrails AS
SELECT reported_at AS sort_time, report_id::text AS sort_key, environment, report_id AS "reportId",
       reported_at AS "reportedAt", content -> 'version' AS version, content -> 'guardrails' AS guardrails,
       content -> 'previous' AS previous, content -> 'changedBy' AS "changedBy", content -> 'reason' AS reason
FROM report WHERE status = 'guardrails:';
