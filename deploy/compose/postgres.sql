-- The two roles of the ledger, as everywhere: one owns the database, for migrations, the service's role owns nothing.
CREATE ROLE firstfill_owner LOGIN PASSWORD 'firstfill_owner';
CREATE ROLE firstfill LOGIN PASSWORD 'firstfill';
CREATE DATABASE firstfill OWNER firstfill_owner;
\connect firstfill
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
