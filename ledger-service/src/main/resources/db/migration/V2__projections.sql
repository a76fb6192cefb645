-- What the journal says, by subject. No foreign keys between families: topics are read independently, so a fill may
-- arrive before the start of its run. Decimals are unconstrained numeric: what was sent is what is kept.

CREATE TABLE configuration (
    configuration_id uuid PRIMARY KEY,
    environment      text        NOT NULL,
    name             text        NOT NULL,
    current_version  integer     NOT NULL,
    saved_at         timestamptz NOT NULL
);
CREATE UNIQUE INDEX configuration_name ON configuration (environment, lower(name));
CREATE INDEX configuration_time ON configuration (saved_at);

CREATE TABLE configuration_version (
    configuration_id uuid        NOT NULL,
    version          integer     NOT NULL CHECK (version > 0),
    environment      text        NOT NULL,
    content          jsonb       NOT NULL,
    saved_by         text        NOT NULL,
    saved_at         timestamptz NOT NULL,
    PRIMARY KEY (configuration_id, version)
);

CREATE TABLE run (
    run_id                uuid PRIMARY KEY,
    environment           text        NOT NULL,
    state                 text        NOT NULL
        CHECK (state IN ('ACTIVE', 'SUSPENDED', 'STOPPING', 'STOPPED', 'REJECTED')),
    configuration_id      uuid,
    configuration_version integer,
    snapshot              jsonb,
    started_by            text,
    started_at            timestamptz NOT NULL,
    stopped_by            text,
    stop_reason           text,
    stopping_at           timestamptz,
    stopped_at            timestamptz,
    suspended_at          timestamptz,
    suspension            text,
    rejection             text,
    active_run_id         uuid
);
-- At most one run per environment, whatever the code believes.
CREATE UNIQUE INDEX run_active ON run (environment) WHERE state IN ('ACTIVE', 'SUSPENDED', 'STOPPING');
CREATE INDEX run_time ON run (started_at);

CREATE TABLE listing (
    listing_id   uuid PRIMARY KEY,
    environment  text        NOT NULL,
    pair         text        NOT NULL,
    first_seen   timestamptz NOT NULL,
    opening_time timestamptz,
    detected_at  timestamptz,
    opened_at    timestamptz,
    withdrawn_at timestamptz,
    verdict      text,
    verdict_at   timestamptz,
    reasons      jsonb       NOT NULL DEFAULT '[]',
    rules        jsonb,
    evidence     jsonb       NOT NULL DEFAULT '[]'
);
CREATE INDEX listing_time ON listing (first_seen);

-- What each run made of a listing: a signal, or a skip with its reason.
CREATE TABLE listing_decision (
    run_id      uuid        NOT NULL,
    listing_id  uuid        NOT NULL,
    environment text        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('SIGNALED', 'SKIPPED')),
    decided_at  timestamptz NOT NULL,
    source      text,
    confidence  text,
    deadline    timestamptz,
    reason      text,
    detail      text,
    PRIMARY KEY (run_id, listing_id, outcome)
);
CREATE INDEX listing_decision_listing ON listing_decision (listing_id);

-- The further an order is, the higher; a fill outweighs every other ending, because it is money spent.
CREATE FUNCTION order_rank(status text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE status
        WHEN 'ARMED' THEN 10 WHEN 'SUBMITTED' THEN 20 WHEN 'UNRESOLVED' THEN 30 WHEN 'ACCEPTED' THEN 40
        WHEN 'PARTIALLY_FILLED' THEN 50 WHEN 'DENIED' THEN 80 WHEN 'ABSENT' THEN 81 WHEN 'REJECTED' THEN 82
        WHEN 'CANCELED' THEN 90 WHEN 'FILLED' THEN 95 END;

-- A step that arrives late never moves an order back; losing sight of an open order is the one step down, if it is news.
CREATE FUNCTION order_moves(old text, old_at timestamptz, new text, new_at timestamptz) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN new IS NOT NULL AND (order_rank(new) >= order_rank(old)
        OR (new = 'UNRESOLVED' AND order_rank(old) < 80 AND new_at > old_at));

CREATE TABLE orders (
    client_order_id   text PRIMARY KEY,
    environment       text        NOT NULL,
    run_id            uuid        NOT NULL,
    listing_id        uuid        NOT NULL,
    pair              text        NOT NULL,
    status            text        NOT NULL CHECK (order_rank(status) IS NOT NULL),
    status_at         timestamptz NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    permit_id         uuid,
    side              text,
    order_type        text,
    attempt           integer,
    quote_amount      numeric,
    valid_until       timestamptz,
    exchange_order_id text,
    filled_quantity   numeric,
    filled_amount     numeric,
    average_price     numeric,
    reason            text,
    detail            text,
    http_status       integer,
    exchange_code     integer,
    ambiguity         text,
    resolution        text,
    probes            integer,
    opening_time      timestamptz,
    detected_at       timestamptz,
    signaled_at       timestamptz,
    consumed_at       timestamptz,
    fired_at          timestamptz,
    submitted_at      timestamptz,
    written_at        timestamptz,
    answered_at       timestamptz,
    filled_at         timestamptz,
    exchange_time     timestamptz
);
CREATE INDEX orders_time ON orders (created_at);
CREATE INDEX orders_run ON orders (run_id);

CREATE TABLE position (
    position_id   uuid PRIMARY KEY,
    environment   text        NOT NULL,
    run_id        uuid        NOT NULL,
    pair          text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    closed_at     timestamptz,
    quantity      numeric,
    cost          numeric,
    average_price numeric,
    proceeds      numeric,
    held_by       text
);
CREATE INDEX position_time ON position (opened_at);

CREATE TABLE permit (
    permit_id       uuid PRIMARY KEY,
    environment     text        NOT NULL,
    run_id          uuid        NOT NULL,
    first_seen      timestamptz NOT NULL,
    granted_at      timestamptz,
    spend_limit     numeric,
    expires_at      timestamptz,
    client_order_id text,
    used_at         timestamptz,
    revoked_at      timestamptz,
    revoked_for     text,
    returned_at     timestamptz,
    returned_for    text
);
CREATE INDEX permit_time ON permit (first_seen);

CREATE TABLE alert (
    alert_id       uuid PRIMARY KEY,
    environment    text        NOT NULL,
    kind           text        NOT NULL,
    subject        text        NOT NULL,
    severity       text        NOT NULL,
    summary        text        NOT NULL,
    run_id         uuid,
    raised_at      timestamptz NOT NULL,
    last_raised_at timestamptz NOT NULL,
    times          integer     NOT NULL DEFAULT 1,
    cleared_at     timestamptz
);
CREATE UNIQUE INDEX alert_open ON alert (environment, kind, subject) WHERE cleared_at IS NULL;
CREATE INDEX alert_time ON alert (raised_at);

CREATE TABLE credential (
    environment   text PRIMARY KEY,
    status        text        NOT NULL,
    path          text        NOT NULL,
    version       integer,
    can_trade     boolean,
    can_withdraw  boolean,
    exchange_code integer,
    changed_at    timestamptz NOT NULL
);

CREATE TABLE trading_state (
    environment text PRIMARY KEY,
    state       text        NOT NULL,
    reason      text        NOT NULL,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL
);
