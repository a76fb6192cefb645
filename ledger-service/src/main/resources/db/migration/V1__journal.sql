-- The journal: every message once, in one gapless hash chain per environment.

-- JSON may hold the escape of the zero character, jsonb may not: it becomes the replacement character. The body keeps what was sent.
CREATE FUNCTION journal_payload(body text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(body, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')::jsonb;

CREATE TABLE journal (
    environment   text        NOT NULL,
    position      bigint      NOT NULL CHECK (position > 0),
    message_id    uuid        NOT NULL,
    topic         text        NOT NULL,
    type          text        NOT NULL,
    body          text        NOT NULL,
    payload       jsonb       NOT NULL GENERATED ALWAYS AS (journal_payload(body)) STORED,
    body_sha256   bytea       NOT NULL CHECK (length(body_sha256) = 32),
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    previous_hash bytea       NOT NULL CHECK (length(previous_hash) = 32),
    hash          bytea       NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (environment, position),
    UNIQUE (environment, message_id)
);

-- Where each chain ends. Locked by every writer, so that positions have no gaps and the chain has no forks.
CREATE TABLE journal_head (
    environment text   PRIMARY KEY,
    position    bigint NOT NULL,
    hash        bytea  NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER journal_rows_stay BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_head_stays BEFORE TRUNCATE OR DELETE ON journal_head
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM PUBLIC, CURRENT_USER;
REVOKE DELETE, TRUNCATE ON journal_head FROM PUBLIC, CURRENT_USER;
