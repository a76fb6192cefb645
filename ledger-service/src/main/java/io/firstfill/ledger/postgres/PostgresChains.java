package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.ChainEnd;
import io.firstfill.ledger.journal.ChainReader;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresChains implements ChainReader {
    private static final String HEAD =
            "SELECT position, encode(hash, 'hex') AS hash FROM journal_head WHERE environment = $1";
    private static final String AFTER = """
            SELECT environment, position, message_id, topic, type, body, encode(body_sha256, 'hex') AS body_hash,
                occurred_at, recorded_at, encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash
            FROM journal
            WHERE environment = $1 AND position > $2 AND position <= $3
            ORDER BY position
            LIMIT $4
            """;

    private final Pool pool;

    PostgresChains(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<ChainEnd> head(EnvironmentId environment) {
        return pool.preparedQuery(HEAD).execute(Tuple.of(environment.value())).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? end(environment, row.next()) : ChainEnd.beginning(environment);
        });
    }

    private static ChainEnd end(EnvironmentId environment, Row row) {
        return new ChainEnd(environment, row.getLong("position"), new Hash(row.getString("hash")));
    }

    @Override
    public Uni<List<JournalRow>> after(EnvironmentId environment, long position, long upTo, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(environment.value(), position, upTo, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresChains::row)
                        .toList());
    }

    private static JournalRow row(Row row) {
        return new JournalRow(
                EnvironmentId.of(row.getString("environment")),
                row.getLong("position"),
                new MessageId(row.getUUID("message_id")),
                row.getString("topic"),
                row.getString("type"),
                row.getString("body"),
                new Hash(row.getString("body_hash")),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                new Hash(row.getString("previous_hash")),
                new Hash(row.getString("hash")));
    }
}
