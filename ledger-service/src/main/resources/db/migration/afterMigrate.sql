-- The rights of the service's role, which owns nothing. Flyway runs this file after each migration as the owner, so a new
-- table needs no statement of its own. Nobody but a superuser may change a row of the journal: the owner has taken the
-- rights from itself, and triggers refuse the rest.
SELECT pg_advisory_xact_lock(hashtext('firstfill ledger rights'));
GRANT USAGE ON SCHEMA public TO "${runtime}";
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO "${runtime}";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "${runtime}";
REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM PUBLIC, "${runtime}";
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM "${runtime}";
