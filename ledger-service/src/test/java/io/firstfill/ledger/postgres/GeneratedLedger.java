package io.firstfill.ledger.postgres;

import io.firstfill.testkit.PostgresResource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * A database with many rows in the environment {@code busy} and a hundredth of them in {@code quiet}, whose rows are
 * all older. Runs follow each other in time, and some statuses, runs and pairs exist in the oldest rows only: there an
 * index of fewer filters would have to discard nearly everything.
 */
final class GeneratedLedger implements AutoCloseable {
    static final String OLD_PAIR = "OLD/USDT";
    static final String COMMON_PAIR = "NEWT1/USDT";

    private static final String GENERATED = """
            CREATE TEMP TABLE g AS
            SELECT e.environment, n, n <= e.many / 10 AS old,
                timestamptz '2026-01-01' - e.age + n * interval '8000000 seconds' / MANY AS at,
                md5(e.environment || ' run ' || n * 20 / (e.many + 1))::uuid AS run,
                CASE WHEN n <= e.many / 10 THEN 'OLD' ELSE 'NEWT' || n % 20 END || '/USDT' AS pair
            FROM (VALUES ('busy', MANY, interval '0'), ('quiet', MANY / 100, interval '1 year')) e (environment, many, age),
                generate_series(1, e.many) n;
            INSERT INTO journal_head SELECT DISTINCT environment, 0, sha256('') FROM g;
            INSERT INTO configuration SELECT md5(environment || n)::uuid, environment, environment || n, 1, at
            FROM g WHERE n % 40 = 0;
            INSERT INTO configuration_version
            SELECT configuration_id, 1, environment, '{}', 'olga', saved_at FROM configuration;
            INSERT INTO run (run_id, environment, state, started_at)
            SELECT md5(environment || ' run ' || n)::uuid, environment,
                CASE WHEN n = 100 THEN 'ACTIVE' WHEN old THEN 'REJECTED' ELSE 'STOPPED' END, at FROM g WHERE n % 10 = 0;
            INSERT INTO listing (listing_id, environment, pair, first_seen, opened_at, withdrawn_at)
            SELECT md5(environment || n)::uuid, environment, pair, at, CASE WHEN n % 3 > 0 THEN at END,
                CASE WHEN old THEN at END
            FROM g WHERE n % 2 = 0;
            INSERT INTO listing_decision (run_id, listing_id, environment, outcome, decided_at)
            SELECT run, md5(environment || n)::uuid, environment, 'SIGNALED', at FROM g WHERE n % 4 = 0;
            INSERT INTO orders (client_order_id, environment, run_id, listing_id, pair, status, status_at, created_at,
                updated_at, filled_quantity, detected_at, signaled_at, reason, opening_time)
            SELECT substr(md5(environment || n), 1, 24), environment, run, md5(environment || n / 2 * 2)::uuid, pair,
                CASE WHEN old THEN CASE n % 4 WHEN 0 THEN 'ARMED' WHEN 1 THEN 'UNRESOLVED' ELSE 'CANCELED' END
                     WHEN n % 10 < 6 THEN 'DENIED' WHEN n % 10 < 7 THEN 'REJECTED' ELSE 'FILLED' END,
                at, at, at, CASE WHEN old AND n % 4 > 2 OR NOT old AND n % 10 >= 7 THEN 1.5 END, at, at,
                CASE WHEN old AND n % 4 > 1 THEN 'CLOCK' WHEN NOT old AND n % 10 < 7 THEN 'NO_PERMIT' END,
                CASE WHEN old OR n % 1000 = 0 THEN at END
            FROM g;
            INSERT INTO position (position_id, environment, run_id, pair, opened_at, changed_at, closed_at)
            SELECT md5(environment || n)::uuid, environment, run, pair, at, at, CASE WHEN NOT old THEN at END
            FROM g WHERE n % 4 = 0;
            INSERT INTO exit (exit_id, environment, run_id, position_id, pair, first_seen, triggered_at, cause,
                trigger_price, quantity, exit_end)
            SELECT md5(environment || n)::uuid, environment, run, md5(environment || n)::uuid, pair, at, at,
                CASE WHEN old THEN 'TAKE_PROFIT' ELSE 'STOP_LOSS' END, 1, 1.5, CASE WHEN NOT old THEN 'SOLD' END
            FROM g WHERE n % 4 = 0;
            INSERT INTO sell (client_order_id, environment, run_id, position_id, exit_id, pair, status, status_at,
                created_at, updated_at, filled_quantity, filled_amount)
            SELECT substr(md5(environment || n), 1, 24), environment, run, md5(environment || n)::uuid,
                md5(environment || n)::uuid, pair,
                CASE WHEN NOT old THEN 'FILLED' WHEN n % 8 = 0 THEN 'UNRESOLVED' ELSE 'CANCELED' END, at, at, at,
                CASE WHEN NOT old THEN 1.5 END, CASE WHEN NOT old THEN 1.5 END
            FROM g WHERE n % 4 = 0;
            INSERT INTO sell_fill (client_order_id, filled_quantity, filled_amount, environment, position_id, at)
            SELECT client_order_id, filled_quantity, filled_amount, environment, position_id, status_at
            FROM sell WHERE filled_quantity > 0;
            INSERT INTO position_mark SELECT position_id, environment, changed_at, 1, changed_at, false, 1, '[]'
            FROM position WHERE closed_at IS NULL;
            INSERT INTO permit (permit_id, environment, run_id, first_seen, client_order_id, revoked_at, returned_at)
            SELECT md5(environment || n)::uuid, environment, run, at, CASE WHEN NOT old AND n % 3 = 0 THEN 'c' || n END,
                CASE WHEN NOT old AND n % 3 = 1 THEN at END, CASE WHEN NOT old AND n % 3 = 2 THEN at END
            FROM g;
            INSERT INTO alert (alert_id, environment, kind, subject, severity, summary, run_id, raised_at, last_raised_at,
                cleared_at)
            SELECT md5(environment || n)::uuid, environment, 'CAP_REACHED', 'subject ' || n, 'WARNING', 'text',
                CASE WHEN n % 2 = 0 THEN run END, at, at, CASE WHEN NOT old OR n % 10 > 0 THEN at END
            FROM g;
            INSERT INTO report (report_id, environment, status, kind, run_id, reported_at, content)
            SELECT md5(environment || n)::uuid, environment,
                (ARRAY['credential:VALIDATED', 'trading_state:HALTED', 'caps:', 'balances:', 'guardrails:',
                    'cap_event:REACHED', 'cap_event:CLEARED', 'credential:MISSING'])[n % 8 + 1],
                CASE WHEN n % 8 IN (5, 6) THEN CASE WHEN old THEN 'SPEND' ELSE 'TRADES_PER_HOUR' END END,
                CASE WHEN n % 8 IN (2, 5, 6) THEN run END, at, '{}'
            FROM g;
            INSERT INTO missed_report SELECT md5(environment || n)::uuid, environment, at, at, 1, 0, 1, 0
            FROM g WHERE n % 10 = 0;
            INSERT INTO missed_listing (missed_id, report_id, environment, hour, listing_id, pair, opened_at, reason, cause,
                price_points)
            SELECT md5(environment || n)::uuid, md5(environment || n)::uuid, environment, at, md5(environment || n)::uuid,
                pair, at, CASE WHEN old THEN 'CLOCK' ELSE 'NO_RUN' END, CASE WHEN old THEN 'OURS' ELSE 'CHOICE' END, 0
            FROM g WHERE n % 10 = 0;
            INSERT INTO price_point SELECT md5(environment || n / 100 * 100)::uuid, at, environment, pair, n, n, n FROM g;
            INSERT INTO topic_head SELECT DISTINCT environment, topic, 1, sha256('')
            FROM g, unnest(ARRAY['orders.v1', 'runs.v1', 'listings.v1']) AS topic;
            DROP TABLE g;
            """;

    private static final String INDEXES =
            " FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)"
                    + " AND tablename NOT LIKE 'flyway%'";

    private final Connection connection;

    private GeneratedLedger(Connection connection) {
        this.connection = connection;
    }

    /** Creates the database by the migrations and fills it. */
    static GeneratedLedger of(String database, int many) throws SQLException {
        GeneratedLedger ledger = migrated(database);
        ledger.fill(many);
        return ledger;
    }

    /** Uses a migrated database that somebody else has created. */
    static GeneratedLedger over(Connection connection) {
        return new GeneratedLedger(connection);
    }

    /** Builds the indexes after the rows: that takes a fraction of the time of adding each row to them. */
    void fill(int many) throws SQLException {
        List<String> indexes = column("SELECT indexdef" + INDEXES);
        for (String name : column("SELECT indexname" + INDEXES)) {
            execute("DROP INDEX " + name);
        }
        execute(GENERATED.replace("MANY", Integer.toString(many)));
        for (String definition : indexes) {
            execute(definition);
        }
        execute("VACUUM ANALYZE");
    }

    /** Creates the database by the migrations, without rows. */
    static GeneratedLedger migrated(String database) throws SQLException {
        var postgres = PostgresResource.shared();
        postgres.createDatabase(database);
        Flyway.configure()
                .dataSource(postgres.dataSource(database))
                .placeholders(Map.of("runtime", postgres.user()))
                .load()
                .migrate();
        return new GeneratedLedger(postgres.dataSource(database).getConnection());
    }

    /** Returns one of the 20 runs that orders, positions, permits and alerts belong to; 0 is the earliest. */
    static UUID run(String environment, int number) {
        return md5(environment + " run " + number);
    }

    private static UUID md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of every row, as text. */
    List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
