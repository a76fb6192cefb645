-- What people outside are told. The rows are written in the transaction that records the message they tell of, so that none
-- is lost; the deliveries are made later.
CREATE TABLE notification (
    notification_id uuid PRIMARY KEY,
    environment     text        NOT NULL,
    event           text        NOT NULL,
    severity        text        NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
    title           text        NOT NULL,
    body            text        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    quiet           boolean     NOT NULL
);
CREATE INDEX notification_created ON notification (created_at);

-- One notification on its way to one target. taken_until: nobody else delivers it before that time.
CREATE TABLE notification_delivery (
    delivery_id     uuid PRIMARY KEY,
    notification_id uuid        NOT NULL REFERENCES notification ON DELETE CASCADE,
    environment     text        NOT NULL,
    target          text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('PENDING', 'SENT', 'FAILED')),
    attempts        integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    next_at         timestamptz NOT NULL,
    taken_until     timestamptz NOT NULL,
    last_at         timestamptz,
    response_status integer,
    failure         text
);
CREATE INDEX notification_delivery_due ON notification_delivery (environment, target, next_at) WHERE status = 'PENDING';
CREATE INDEX notification_delivery_of ON notification_delivery (notification_id);

-- The conditions that last, and those that have ended. notified_at: when people were last told that it lasts.
CREATE TABLE notification_condition (
    environment text        NOT NULL,
    condition   text        NOT NULL,
    event       text        NOT NULL,
    severity    text        NOT NULL,
    rank        integer     NOT NULL,
    title       text        NOT NULL,
    body        text        NOT NULL,
    began_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    notified_at timestamptz NOT NULL,
    times       integer     NOT NULL,
    PRIMARY KEY (environment, condition)
);
CREATE INDEX notification_condition_lasting ON notification_condition (notified_at) WHERE ended_at IS NULL;

CREATE VIEW list_notification AS
SELECT created_at AS sort_time, delivery_id AS sort_key, environment || ' ' || status AS scope FROM notification_delivery;

CREATE INDEX notification_delivery_list ON notification_delivery ((environment || ' ' || status), created_at, delivery_id);

CREATE VIEW api_notification AS
SELECT d.created_at AS sort_time, d.delivery_id::text AS sort_key, d.environment, d.delivery_id AS "deliveryId",
       d.notification_id AS "notificationId", d.target, d.status, n.event, n.severity, n.title, n.body AS text, n.quiet,
       n.occurred_at AS "occurredAt", d.created_at AS "createdAt", d.attempts,
       CASE WHEN d.status = 'PENDING' THEN d.next_at END AS "nextAttemptAt", d.last_at AS "lastAttemptAt",
       d.response_status AS "responseStatus", d.failure
FROM notification_delivery d
JOIN notification n USING (notification_id);
