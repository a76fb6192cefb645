-- The hourly report of listings that opened and were not bought. A report never changes: an hour without a row has not been
-- reported yet.
CREATE TABLE missed_report (
    report_id    uuid PRIMARY KEY,
    environment  text        NOT NULL,
    hour         timestamptz NOT NULL,
    generated_at timestamptz NOT NULL,
    opened       integer     NOT NULL,
    bought       integer     NOT NULL,
    missed       integer     NOT NULL,
    ours         integer     NOT NULL,
    UNIQUE (environment, hour)
);

-- alert_id: the alert that is raised about it, for a reason of ours; alert_at: when.
CREATE TABLE missed_listing (
    missed_id     uuid PRIMARY KEY,
    report_id     uuid        NOT NULL REFERENCES missed_report,
    environment   text        NOT NULL,
    hour          timestamptz NOT NULL,
    listing_id    uuid        NOT NULL,
    pair          text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    run_id        uuid,
    reason        text        NOT NULL,
    cause         text        NOT NULL CHECK (cause IN ('OURS', 'CHOICE', 'EXCHANGE')),
    detail        text,
    exchange_code integer,
    first_price   numeric,
    high_price    numeric,
    low_price     numeric,
    last_price    numeric,
    price_points  integer     NOT NULL,
    alert_id      uuid,
    alert_at      timestamptz
);

CREATE FUNCTION reports_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a report never changes: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER missed_report_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON missed_report
    FOR EACH STATEMENT EXECUTE FUNCTION reports_stay();
CREATE TRIGGER missed_listing_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON missed_listing
    FOR EACH STATEMENT EXECUTE FUNCTION reports_stay();

CREATE INDEX listing_opened ON listing (environment, opened_at) WHERE opened_at IS NOT NULL;
CREATE INDEX missed_listing_alerts ON missed_listing (alert_at) WHERE alert_id IS NOT NULL;

CREATE VIEW list_missed_report AS
SELECT hour AS sort_time, report_id AS sort_key, environment AS scope FROM missed_report;

CREATE INDEX missed_report_list ON missed_report (environment, hour, report_id);

CREATE VIEW api_missed_report AS
SELECT hour AS sort_time, report_id::text AS sort_key, environment, report_id AS "reportId", hour,
       generated_at AS "generatedAt", opened, bought, missed, ours
FROM missed_report;

CREATE VIEW list_missed_listing AS
SELECT opened_at AS sort_time, missed_id AS sort_key,
       environment || ' ' || cause AS scope,
       environment || ' ' || pair || ' ' || cause AS scope_pair,
       environment || ' ' || reason || ' ' || cause AS scope_reason,
       environment || ' ' || pair || ' ' || reason || ' ' || cause AS scope_pair_reason
FROM missed_listing;

CREATE INDEX missed_listing_list ON missed_listing ((environment || ' ' || cause), opened_at, missed_id);
CREATE INDEX missed_listing_list_pair ON missed_listing
    ((environment || ' ' || pair || ' ' || cause), opened_at, missed_id);
CREATE INDEX missed_listing_list_reason ON missed_listing
    ((environment || ' ' || reason || ' ' || cause), opened_at, missed_id);
CREATE INDEX missed_listing_list_pair_reason ON missed_listing
    ((environment || ' ' || pair || ' ' || reason || ' ' || cause), opened_at, missed_id);

CREATE FUNCTION change_percent(first numeric, price numeric) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN first > 0 THEN round((price - first) * 100 / first, 2)::text END;

CREATE VIEW api_missed_listing AS
SELECT opened_at AS sort_time, missed_id::text AS sort_key, environment, pair, reason, cause AS status, cause,
       missed_id AS "missedId", report_id AS "reportId", hour, listing_id AS "listingId", opened_at AS "openedAt",
       run_id AS "runId", detail, exchange_code AS "exchangeCode",
       CASE WHEN price_points > 0 THEN jsonb_build_object(
           'first', first_price::text, 'high', high_price::text, 'low', low_price::text, 'last', last_price::text,
           'highPercent', change_percent(first_price, high_price), 'lowPercent', change_percent(first_price, low_price),
           'lastPercent', change_percent(first_price, last_price), 'points', price_points) END AS "firstMinute",
       alert_id AS "alertId"
FROM missed_listing;
