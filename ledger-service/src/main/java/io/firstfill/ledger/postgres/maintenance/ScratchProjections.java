package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.json.MessageCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Empty copies of all projections in the schema {@code rebuild}, into which the journal is projected while the ledger
 * goes on with the real ones. A projection is every table with an environment that is neither of the journal nor a
 * report of its time, which never changes, a price of the moment, or what people were told. The caller commits.
 */
final class ScratchProjections implements AutoCloseable {
    private static final String PROJECTIONS = """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'environment'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition
                AND c.relname !~ '^(journal|notification)(_|$)' AND c.relname NOT IN
                    ('projection_snapshot', 'topic_head', 'missed_report', 'missed_listing', 'position_mark')
            ORDER BY c.relname
            """;
    /** Records projected in one transaction. */
    private static final long STEP = 10_000;

    private final Connection connection;
    private final Sql sql;
    private final List<String> tables;
    private final JournalReplay replay;

    private ScratchProjections(Connection connection, List<String> tables, MessageCodec codec) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.tables = tables;
        this.replay = new JournalReplay(connection, codec);
    }

    static ScratchProjections create(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        List<String> tables = sql.query(row -> row.getString(1), PROJECTIONS);
        sql.script("DROP SCHEMA IF EXISTS rebuild CASCADE; CREATE SCHEMA rebuild");
        for (String table : tables) {
            sql.script("CREATE TABLE rebuild." + table + " (LIKE public." + table + " INCLUDING ALL)");
        }
        sql.script("SET search_path = rebuild, public");
        connection.commit();
        return new ScratchProjections(connection, tables, MessageCodec.standard());
    }

    /** Fills the copies from the snapshot of the environment. */
    void restore(EnvironmentId environment) throws SQLException {
        for (String table : tables) {
            sql.run(
                    "INSERT INTO rebuild." + table + " SELECT (jsonb_populate_record(NULL::public." + table
                            + ", content)).* FROM public.projection_snapshot WHERE environment = ? AND projection = ?",
                    environment.value(),
                    table);
        }
        connection.commit();
    }

    /** Projects records in several transactions, the last of which the caller commits. */
    void replay(EnvironmentId environment, long after, long upTo) throws SQLException {
        long from = after;
        while (upTo - from > STEP) {
            replay.replay(environment, from, from + STEP);
            connection.commit();
            from += STEP;
        }
        replay.replay(environment, from, upTo);
    }

    /** To be called after the last record of an environment. */
    void finish() throws SQLException {
        replay.finish();
    }

    /**
     * Replaces the rows of the environment by those of the copies, and the entity tags of every read. What was measured
     * of an order stays.
     */
    void publish(EnvironmentId environment) throws SQLException {
        sql.run(
                "UPDATE rebuild.orders r SET committed_at = o.committed_at, fill_committed_at = o.fill_committed_at"
                        + " FROM public.orders o WHERE o.client_order_id = r.client_order_id AND o.environment = ?",
                environment.value());
        for (String table : tables) {
            sql.run("DELETE FROM public." + table + " WHERE environment = ?", environment.value());
            sql.run(
                    "INSERT INTO public." + table + " SELECT * FROM rebuild." + table + " WHERE environment = ?",
                    environment.value());
        }
        sql.run("""
                INSERT INTO public.topic_head (environment, topic, position, hash)
                VALUES (?, '*', 1, sha256(gen_random_uuid()::text::bytea))
                ON CONFLICT (environment, topic) DO UPDATE SET hash = excluded.hash
                """, environment.value());
    }

    /** Replaces the snapshot of the environment by the rows of the copies. */
    void store(EnvironmentId environment) throws SQLException {
        sql.run("DELETE FROM public.projection_snapshot WHERE environment = ?", environment.value());
        for (String table : tables) {
            sql.run(
                    "INSERT INTO public.projection_snapshot SELECT t.environment, ?, to_jsonb(t) FROM rebuild." + table
                            + " t WHERE t.environment = ?",
                    table,
                    environment.value());
        }
    }

    @Override
    public void close() throws SQLException {
        replay.close();
        connection.rollback();
        sql.script("RESET search_path; DROP SCHEMA rebuild CASCADE");
        connection.commit();
    }
}
