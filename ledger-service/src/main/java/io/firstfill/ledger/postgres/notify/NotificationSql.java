package io.firstfill.ledger.postgres.notify;

/** The statements about notifications. */
final class NotificationSql {
    /** Adds the notification with a delivery to each target, where what stands before it allows that. */
    private static final String ADD = """
            added AS (
                INSERT INTO notification (notification_id, environment, event, severity, title, body, occurred_at, created_at,
                    quiet)
                SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::timestamptz, $8::timestamptz,
                    $9::boolean
                WHERE %s
                ON CONFLICT (notification_id) DO NOTHING
                RETURNING notification_id, environment, created_at)
            INSERT INTO notification_delivery (delivery_id, notification_id, environment, target, status, attempts,
                created_at, next_at, taken_until)
            SELECT t.delivery_id, notification_id, environment, t.target, 'PENDING', 0, created_at, created_at,
                created_at
            FROM added CROSS JOIN unnest($10::uuid[], $11::text[]) AS t (delivery_id, target)
            """;

    private static final String CHANGED = "EXISTS (SELECT FROM changed)";

    static final String MOMENT = "WITH " + ADD.formatted("true");

    /** A condition that lasts is told again where it has become worse, and one that had ended where it begins anew. */
    static final String BEGINS = """
            WITH changed AS (
                INSERT INTO notification_condition AS c (environment, condition, event, severity, rank, title, body, began_at,
                    notified_at, times)
                VALUES ($2::text, $12::text, $3::text, $4::text, $13::integer, $5::text, $6::text, $7::timestamptz,
                    $8::timestamptz, 1)
                ON CONFLICT (environment, condition) DO UPDATE SET
                    event = excluded.event, severity = excluded.severity, rank = excluded.rank, title = excluded.title,
                    body = excluded.body, notified_at = excluded.notified_at, ended_at = NULL,
                    began_at = CASE WHEN c.ended_at IS NULL THEN c.began_at ELSE excluded.began_at END,
                    times = CASE WHEN c.ended_at IS NULL THEN c.times + 1 ELSE 1 END
                WHERE c.ended_at < excluded.began_at OR (c.ended_at IS NULL AND c.rank < excluded.rank)
                RETURNING 1),
            """ + ADD.formatted(CHANGED);

    static final String ENDS = """
            WITH changed AS (
                UPDATE notification_condition SET ended_at = greatest($7::timestamptz, began_at)
                WHERE environment = $2::text AND condition = $12::text AND ended_at IS NULL
                RETURNING 1),
            """ + ADD.formatted(CHANGED);

    /** What recording holds at the moment is left to the next time: nobody waits for this statement. */
    static final String SILENT = """
            WITH silent AS (
                SELECT environment, condition FROM notification_condition
                WHERE ended_at IS NULL AND notified_at <= $1 AND environment = ANY ($3)
                FOR UPDATE SKIP LOCKED)
            UPDATE notification_condition c SET notified_at = $2, times = c.times + 1
            FROM silent s
            WHERE c.environment = s.environment AND c.condition = s.condition
            RETURNING c.environment, c.condition, c.event, c.severity, c.title, c.body, c.began_at, c.times
            """;

    static final String ADD_TAKEN = """
            WITH added AS (
                INSERT INTO notification (notification_id, environment, event, severity, title, body, occurred_at, created_at,
                    quiet)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                RETURNING notification_id, environment, created_at)
            INSERT INTO notification_delivery (delivery_id, notification_id, environment, target, status, attempts,
                created_at, next_at, taken_until)
            SELECT $10, notification_id, environment, $11, 'PENDING', 0, created_at, created_at, $12 FROM added
            """;
    static final String TAKE = """
            WITH due AS (
                SELECT delivery_id FROM notification_delivery
                WHERE environment = $1 AND target = $2 AND status = 'PENDING' AND next_at <= $3 AND taken_until <= $3
                ORDER BY next_at, created_at
                LIMIT $5
                FOR UPDATE SKIP LOCKED),
            taken AS (
                UPDATE notification_delivery d SET taken_until = $4 FROM due WHERE d.delivery_id = due.delivery_id
                RETURNING d.delivery_id, d.notification_id, d.target, d.attempts, d.created_at)
            SELECT t.delivery_id, t.target, t.attempts, t.created_at, n.notification_id, n.environment, n.event, n.severity,
                n.title, n.body, n.occurred_at, n.quiet
            FROM taken t JOIN notification n USING (notification_id)
            ORDER BY t.created_at, n.occurred_at, t.delivery_id
            """;
    static final String SENT = """
            UPDATE notification_delivery SET status = 'SENT', attempts = attempts + 1, last_at = $2, response_status = $3,
                failure = NULL
            WHERE delivery_id = $1 AND status = 'PENDING'
            """;
    static final String RETRY = """
            UPDATE notification_delivery SET attempts = attempts + $6, next_at = $5, taken_until = $5, failure = $4,
                last_at = CASE WHEN $6 > 0 THEN $2 ELSE last_at END,
                response_status = CASE WHEN $6 > 0 THEN $3 ELSE response_status END
            WHERE delivery_id = $1 AND status = 'PENDING'
            """;
    static final String GIVE_UP = """
            UPDATE notification_delivery SET status = 'FAILED', attempts = attempts + $5, last_at = $2,
                response_status = $3, failure = $4
            WHERE delivery_id = $1 AND status = 'PENDING'
            """;
    static final String DELETE = "DELETE FROM notification WHERE created_at < $1";

    static final String IS_NOTIFIED = "SELECT EXISTS (SELECT FROM notification WHERE notification_id = $1) AS notified";
    static final String DAY = """
            SELECT
                (SELECT count(*) FROM run WHERE environment = $1 AND started_at >= $2 AND started_at < $3
                    AND rejection IS NULL)::integer AS runs,
                o.bought, o.spent, p.closed, p.proceeds, p.open,
                (SELECT count(*) FROM missed_listing WHERE environment = $1 AND cause = 'OURS' AND opened_at >= $2
                    AND opened_at < $3)::integer AS missed,
                (SELECT count(*) FROM alert WHERE environment = $1 AND raised_at >= $2 AND raised_at < $3)::integer AS alerts
            FROM (SELECT count(*)::integer AS bought, coalesce(sum(filled_amount), 0)::text AS spent
                  FROM orders WHERE environment = $1 AND created_at >= $2 AND created_at < $3 AND filled_quantity > 0) o
            CROSS JOIN (
                SELECT count(*) FILTER (WHERE closed_at >= $2 AND closed_at < $3)::integer AS closed,
                    coalesce(sum(proceeds) FILTER (WHERE closed_at >= $2 AND closed_at < $3), 0)::text AS proceeds,
                    count(*) FILTER (WHERE closed_at IS NULL)::integer AS open
                FROM position WHERE environment = $1) p
            """;

    private NotificationSql() {}
}
