package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.JournalStore;
import io.firstfill.ledger.journal.JournalTransaction;
import io.firstfill.ledger.postgres.notify.NotificationOutbox;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Runs each journal transaction as one database transaction that holds the lock on its environment's head row. */
@ApplicationScoped
class PostgresJournalStore implements JournalStore {
    private static final String INSERT_HEAD = """
            INSERT INTO journal_head (environment, position, hash) VALUES ($1, $2, decode($3, 'hex'))
            ON CONFLICT (environment) DO NOTHING
            """;
    /**
     * The statements of a transaction find their rows by keys. They are planned once, maybe for tables that are still
     * empty: a plan that reads a small table as a whole would stay in use while the table grows. Where no index serves,
     * the plan's cost is out of all proportion, for which the database would compile the statement.
     */
    private static final String LOCK_HEAD = """
            SELECT position, encode(hash, 'hex') AS hash, set_config('enable_seqscan', 'off', true),
                set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true)
            FROM journal_head WHERE environment = $1 FOR UPDATE
            """;

    private final Pool pool;
    private final MessageCodec codec;
    private final StoredJson json;
    private final NotificationOutbox notifications;

    PostgresJournalStore(Pool pool, MessageCodec codec, StoredJson json, NotificationOutbox notifications) {
        this.pool = pool;
        this.codec = codec;
        this.json = json;
        this.notifications = notifications;
    }

    @Override
    public <T> Uni<T> inTransaction(EnvironmentId environment, Function<JournalTransaction, Uni<T>> work) {
        return pool.withTransaction(connection -> lock(connection, environment)
                .chain(head ->
                        work.apply(new PostgresJournalTransaction(connection, head, codec, json, notifications))));
    }

    private static Uni<ChainHead> lock(SqlConnection connection, EnvironmentId environment) {
        ChainHead genesis = ChainHead.genesis(environment);
        Tuple first =
                Tuple.of(environment.value(), genesis.position(), genesis.hash().hex());
        return Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(INSERT_HEAD).execute(first),
                        connection.preparedQuery(LOCK_HEAD).execute(Tuple.of(environment.value())))
                .with((inserted, locked) -> locked.iterator().next())
                .map(row -> PostgresChainReader.head(environment, row));
    }
}
