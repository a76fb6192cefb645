-- The rights of the service's role, which owns nothing. Flyway runs this file after each migration as the owner, so a new
-- table needs no statement of its own. Nobody but a superuser may change a row of the journal: the owner has taken the
-- rights from itself, and triggers refuse the rest.
SELECT pg_advisory_xact_lock(hashtext('firstfill ledger rights'));
GRANT USAGE ON SCHEMA public TO "${runtime}";
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO "${runtime}";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "${runtime}";
REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM PUBLIC, "${runtime}";
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM "${runtime}";
-- Rows of the journal are reached through the journal alone. A database that is migrated up to an earlier version has no
-- partitions yet.
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'journal'::regclass LOOP
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, %I', name, '${runtime}');
    END LOOP;
    IF to_regclass('journal_id') IS NOT NULL THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON journal_id, journal_border, projection_snapshot FROM PUBLIC, "${runtime}";
        REVOKE INSERT ON journal_border, projection_snapshot FROM "${runtime}";
    END IF;
END $$;
-- Notifications are no records: the service deletes old ones, and their deliveries with them.
DO $$
BEGIN
    IF to_regclass('notification') IS NOT NULL THEN
        GRANT DELETE ON notification TO "${runtime}";
    END IF;
END $$;
