package io.firstfill.benchmark.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Fills the tables of the read API with trades and what belongs to them, by SQL and not through the journal: the reads
 * see no difference, and ten million trades take minutes. Trades are spread over a year and over twenty runs; there is
 * a listing for every second trade, a position and a report for every tenth, and an alert for every hundredth.
 */
final class TradeTables {
    private static final String ROWS = """
            CREATE TEMP TABLE g AS
            SELECT n, timestamptz '2026-11-01' - (10000000 - n) * interval '3 seconds' AS at,
                md5('run ' || n % 20)::uuid AS run, md5('listing ' || n)::uuid AS listing, 'B' || n % 5000 || '/USDT' AS pair
            FROM generate_series(FIRST, LAST) n;
            INSERT INTO orders (client_order_id, environment, run_id, listing_id, pair, status, status_at, created_at,
                updated_at, permit_id, side, order_type, attempt, quote_amount, exchange_order_id, filled_quantity,
                filled_amount, average_price, probes, opening_time, detected_at, signaled_at, consumed_at, fired_at,
                submitted_at, signed_at, written_at, answered_at, filled_at, exchange_time, timed_at, recorded_at,
                fill_recorded_at, committed_at, fill_committed_at)
            SELECT 'ff-b1-' || substr(md5(n::text), 1, 22), 'paper', run, listing, pair, 'FILLED', at, at, at, listing, 'BUY',
                'MARKET', 1, 20, 'C02__' || n, 998.75, 19.99995, 0.020025, 1, CASE WHEN n % 10 > 0 THEN at END, at, at, at, at,
                at, at, at, at, at, at, at, at, at, at, at
            FROM g;
            INSERT INTO listing (listing_id, environment, pair, first_seen, opening_time, detected_at, opened_at, verdict,
                verdict_at)
            SELECT listing, 'paper', pair, at, at, at, at, 'QUALIFIED', at FROM g WHERE n % 10 < 5;
            INSERT INTO position (position_id, environment, run_id, pair, opened_at, changed_at, closed_at, quantity, cost)
            SELECT listing, 'paper', run, pair, at, at, CASE WHEN n > 20 THEN at END, 998.75, 19.99995
            FROM g WHERE n % 10 = 0;
            INSERT INTO report (report_id, environment, status, run_id, reported_at, content)
            SELECT listing, 'paper', CASE n % 20 WHEN 0 THEN 'caps:' ELSE 'balances:' END, run, at,
                CASE n % 20 WHEN 0 THEN '{"guardrailsVersion": 1, "guardrails": {}, "uses": []}'
                    ELSE '{"balances": [], "asOf": "2026-11-01T00:00:00Z"}' END::jsonb
            FROM g WHERE n % 10 = 0;
            INSERT INTO alert (alert_id, environment, kind, subject, severity, summary, run_id, raised_at, last_raised_at,
                cleared_at)
            SELECT listing, 'paper', 'THROTTLED', n::text, 'WARNING', 'text', run, at, at, at FROM g WHERE n % 100 = 0;
            DROP TABLE g
            """;
    private static final String ONCE = """
            INSERT INTO journal_head VALUES ('paper', 1, sha256('')) ON CONFLICT (environment) DO UPDATE SET position = 1;
            INSERT INTO topic_head SELECT 'paper', topic, 1, sha256('')
            FROM unnest(ARRAY['orders.v1', 'runs.v1', 'listings.v1', 'alerts.v1', 'caps.v1', 'balances.v1']) topic
            ON CONFLICT (environment, topic) DO NOTHING;
            INSERT INTO configuration VALUES (md5('c')::uuid, 'paper', 'small caps', 1, now());
            INSERT INTO configuration_version VALUES (md5('c')::uuid, 1, 'paper', '{"quoteAmount": "20"}', 'olga', now());
            INSERT INTO run (run_id, environment, state, configuration_id, configuration_version, snapshot, started_by,
                started_at)
            SELECT md5('run ' || n)::uuid, 'paper', CASE n WHEN 0 THEN 'ACTIVE' ELSE 'STOPPED' END, md5('c')::uuid, 1,
                '{"quoteAmount": "20"}', 'olga', now() FROM generate_series(0, 19) n;
            INSERT INTO listing (listing_id, environment, pair, first_seen, opening_time, verdict, verdict_at)
            SELECT md5('ahead ' || n)::uuid, 'paper', 'AHEAD' || n || '/USDT', now(), now(), 'QUALIFIED', now()
            FROM generate_series(1, 5) n
            """;
    private static final String INDEXES = """
            SELECT %s FROM pg_indexes WHERE schemaname = 'public'
                AND tablename IN ('orders', 'listing', 'position', 'report', 'alert')
                AND indexname NOT IN (SELECT conname FROM pg_constraint)
            """;

    private final Database database;
    private int filled;

    TradeTables(Database database) {
        this.database = database;
    }

    /** The run that is active. */
    String run() {
        return UUID.fromString(database.column("SELECT md5('run 0')::uuid").getFirst())
                .toString();
    }

    /** Adds trades until there are so many. Builds the indexes after the rows, which takes a fraction of the time. */
    void fillUpTo(int trades) {
        if (filled == 0) {
            database.execute(ONCE);
        }
        List<String> names = database.column(INDEXES.formatted("indexname"));
        List<String> definitions = database.column(INDEXES.formatted("indexdef"));
        names.forEach(name -> database.execute("DROP INDEX " + name));
        database.execute(ROWS.replace("FIRST", Integer.toString(filled + 1)).replace("LAST", Integer.toString(trades)));
        definitions.forEach(database::execute);
        database.execute("VACUUM ANALYZE");
        database.execute("CHECKPOINT");
        filled = trades;
    }
}
