package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ChainEnd;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalTransaction;
import io.firstfill.ledger.journal.Store;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** One database transaction under the lock of its environment's head row. */
@ApplicationScoped
class PostgresStore implements Store {
    private static final String BEGIN_CHAIN = """
            INSERT INTO journal_head (environment, position, hash) VALUES ($1, $2, decode($3, 'hex'))
            ON CONFLICT (environment) DO NOTHING
            """;
    private static final String LOCK = """
            SELECT position, encode(hash, 'hex') AS hash FROM journal_head WHERE environment = $1 FOR UPDATE
            """;

    private final Pool pool;
    private final MessageCodec codec;
    private final StoredJson json;

    PostgresStore(Pool pool, MessageCodec codec, StoredJson json) {
        this.pool = pool;
        this.codec = codec;
        this.json = json;
    }

    @Override
    public <T> Uni<T> inTransaction(EnvironmentId environment, Function<JournalTransaction, Uni<T>> work) {
        return pool.withTransaction(connection -> lock(connection, environment)
                .chain(end -> work.apply(new PostgresJournalTransaction(connection, end, codec, json))));
    }

    private static Uni<ChainEnd> lock(SqlConnection connection, EnvironmentId environment) {
        ChainEnd beginning = ChainEnd.beginning(environment);
        return connection
                .preparedQuery(BEGIN_CHAIN)
                .execute(Tuple.of(
                        environment.value(),
                        beginning.position(),
                        beginning.hash().hex()))
                .chain(() -> connection.preparedQuery(LOCK).execute(Tuple.of(environment.value())))
                .map(rows -> rows.iterator().next())
                .map(row -> new ChainEnd(environment, row.getLong("position"), new Hash(row.getString("hash"))));
    }
}
