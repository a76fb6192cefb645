package io.firstfill.ledger.postgres.missed;

/** The statements about missed listings. */
public final class MissedSql {
    static final String LATEST = "SELECT max(hour) AS hour FROM missed_report WHERE environment = $1";

    /** Takes for each listing the run that bought, else the run that was active at the opening. */
    public static final String OPENINGS = """
            SELECT l.listing_id, l.pair, l.opened_at, r.run_id, r.reason, r.detail, r.exchange_code,
                p.prices[1] AS first_price, p.high_price, p.low_price, p.prices[p.points] AS last_price, p.points
            FROM listing l
            CROSS JOIN LATERAL (SELECT * FROM listing_results(l) LIMIT 1) r
            CROSS JOIN LATERAL (
                SELECT array_agg(q.last ORDER BY q.at) AS prices, max(q.last) AS high_price, min(q.last) AS low_price,
                    count(*)::integer AS points
                FROM price_point q
                WHERE q.listing_id = l.listing_id AND q.last IS NOT NULL AND q.at >= l.opened_at
                    AND q.at < l.opened_at + interval '1 minute') p
            WHERE l.environment = $1 AND l.opened_at >= $2 AND l.opened_at < $3
            ORDER BY l.opened_at, l.listing_id
            """;

    static final String STORE_REPORT = """
            INSERT INTO missed_report (report_id, environment, hour, generated_at, opened, bought, missed, ours)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (environment, hour) DO NOTHING
            """;
    static final String STORE_LISTING = """
            INSERT INTO missed_listing (missed_id, report_id, environment, hour, listing_id, pair, opened_at, run_id, reason,
                cause, detail, exchange_code, first_price, high_price, low_price, last_price, price_points, alert_id,
                alert_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::text::numeric, $14::text::numeric,
                $15::text::numeric, $16::text::numeric, $17, $18, $19)
            """;
    /** No message brings a report: the row stands where a topic stands for other reads. */
    static final String MOVE_HEAD = """
            INSERT INTO topic_head AS h (environment, topic, position, hash)
            VALUES ($1, 'missed-listings', 1, sha256(convert_to($2, 'UTF8')))
            ON CONFLICT (environment, topic) DO UPDATE SET position = h.position + 1, hash = excluded.hash
            """;

    private static final String ALERTS = """
            SELECT m.alert_id, m.listing_id, m.pair, m.opened_at, m.run_id, m.reason, m.alert_at
            FROM missed_listing m
            LEFT JOIN alert a ON a.alert_id = m.alert_id
            WHERE m.environment = $1 AND m.alert_id IS NOT NULL AND
            """;
    static final String UNRAISED = ALERTS + " m.alert_at > $2 AND a.alert_id IS NULL ORDER BY m.opened_at LIMIT 100";
    static final String OVERDUE = ALERTS
            + " m.alert_at <= $2 AND a.alert_id IS NOT NULL AND a.cleared_at IS NULL ORDER BY m.opened_at LIMIT 100";

    private MissedSql() {}
}
