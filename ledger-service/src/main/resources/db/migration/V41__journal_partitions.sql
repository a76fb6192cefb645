-- The journal in partitions, one for each month by the time of recording (decision: a journal for years).
--
-- What the upgrade costs: no row is copied. The journal is read twice, once to make journal_id and once to check that its
-- rows fit their partition; a row of journal_id takes about 200 bytes, and the index that it replaces is dropped. An
-- estimate, not a measurement: two minutes for ten million records. The ledger does not record meanwhile, and what is
-- written stays in Kafka.

-- Every message id for ever, also of records whose month was dropped. A unique constraint of a partitioned table must hold
-- the partition's key and would hold within a month only. What a receipt says is here, so no partition is read for it.
CREATE TABLE journal_id AS
SELECT environment, message_id, position, recorded_at, hash, payload #>> '{meta,correlationId}' AS correlation_id
FROM journal;
ALTER TABLE journal_id
    ADD PRIMARY KEY (environment, message_id),
    ALTER position SET NOT NULL,
    ALTER recorded_at SET NOT NULL,
    ALTER hash SET NOT NULL,
    ALTER correlation_id SET NOT NULL;
CREATE TRIGGER journal_id_rows_stay BEFORE UPDATE OR DELETE ON journal_id
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_id_stays BEFORE TRUNCATE ON journal_id
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
REVOKE UPDATE, DELETE, TRUNCATE ON journal_id FROM PUBLIC, CURRENT_USER;

-- Where the chain of an environment begins after months were dropped: the last record of each dropped month, and the
-- digest of the file into which it was exported.
CREATE TABLE journal_border (
    environment   text        NOT NULL,
    position      bigint      NOT NULL CHECK (position > 0),
    hash          bytea       NOT NULL CHECK (length(hash) = 32),
    first         bigint      NOT NULL,
    partition     text        NOT NULL,
    export_sha256 text        NOT NULL,
    dropped_at    timestamptz NOT NULL,
    PRIMARY KEY (environment, position)
);

-- The rows of every projection as they follow from the records up to the latest border, from which they are rebuilt.
CREATE TABLE projection_snapshot (
    environment text  NOT NULL,
    projection  text  NOT NULL,
    content     jsonb NOT NULL
);
CREATE INDEX projection_snapshot_environment ON projection_snapshot (environment, projection);
REVOKE UPDATE, TRUNCATE ON projection_snapshot FROM PUBLIC, CURRENT_USER;

-- The journal so far becomes the first partition.
DROP TRIGGER journal_rows_stay ON journal;
DROP TRIGGER journal_stays ON journal;
ALTER TABLE journal DROP CONSTRAINT journal_environment_message_id_key;
ALTER TABLE journal RENAME TO journal_first;
ALTER INDEX journal_pkey RENAME TO journal_first_pkey;
ALTER INDEX journal_acknowledged RENAME TO journal_first_acknowledged;
ALTER INDEX journal_branches RENAME TO journal_first_branches;

-- No index of its own: an index of a partitioned table that is unique must hold recorded_at, and each partition has its own.
-- Positions are unique because the row in journal_head is locked by every writer.
CREATE TABLE journal (LIKE journal_first INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)
    PARTITION BY RANGE (recorded_at);
CREATE TRIGGER journal_rows_stay BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM PUBLIC, CURRENT_USER;

-- The partitions with the months they hold, as their bounds say.
CREATE VIEW journal_partition AS
SELECT c.relname::text AS partition,
       coalesce((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''([^'']+)'))[1]::timestamptz, '-infinity') AS from_time,
       (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([^'']+)'))[1]::timestamptz AS to_time
FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = 'journal'::regclass;

-- Creates the partitions that are missing, up to so many months ahead, and returns their number. A partition is made apart
-- and then attached: that locks out neither readers nor writers of the journal. Runs with the rights of the owner.
CREATE FUNCTION journal_create_partitions(ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET TimeZone = 'UTC' SET lock_timeout = '2s' AS $$
DECLARE
    made integer := 0;
    month timestamptz;
    last timestamptz := date_trunc('month', now()) + ahead * interval '1 month';
    name text;
BEGIN
    IF ahead NOT BETWEEN 1 AND 24 THEN
        RAISE EXCEPTION 'months ahead must be 1 to 24';
    END IF;
    -- Two ledgers may ask at the same moment: the second one finds what the first one has made.
    PERFORM pg_advisory_xact_lock(hashtext('journal_create_partitions'));
    month := (SELECT max(to_time) FROM journal_partition);
    WHILE month <= last LOOP
        name := to_char(month, '"journal_"YYYY_MM');
        EXECUTE format('CREATE TABLE %I (LIKE journal INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS,
            PRIMARY KEY (environment, position))', name);
        EXECUTE format('CREATE INDEX %I ON %I (environment, (payload ->> ''place'')) WHERE type = ''RecordAcknowledged''',
            name || '_acknowledged', name);
        EXECUTE format('CREATE INDEX %I ON %I (environment, position) WHERE type = ''BranchBegun''',
            name || '_branches', name);
        EXECUTE format('CREATE TRIGGER journal_stays BEFORE TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()', name);
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM PUBLIC, CURRENT_USER', name);
        EXECUTE format('ALTER TABLE journal ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            name, month, month + interval '1 month');
        made := made + 1;
        month := month + interval '1 month';
    END LOOP;
    RETURN made;
END $$;

CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal_first
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
REVOKE UPDATE, DELETE, TRUNCATE ON journal_first FROM PUBLIC, CURRENT_USER;
DO $$
DECLARE
    bound timestamptz;
BEGIN
    SET LOCAL TimeZone = 'UTC';
    bound := date_trunc('month', greatest(now(), (SELECT max(recorded_at) FROM journal_first))) + interval '1 month';
    EXECUTE format('ALTER TABLE journal ATTACH PARTITION journal_first FOR VALUES FROM (MINVALUE) TO (%L)', bound);
END $$;
SELECT journal_create_partitions(3);
