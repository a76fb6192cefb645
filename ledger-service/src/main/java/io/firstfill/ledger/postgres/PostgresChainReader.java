package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.ChainReader;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import io.firstfill.ledger.journal.Verification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads hash chains from the tables {@code journal_head} and {@code journal}. */
@ApplicationScoped
class PostgresChainReader implements ChainReader {
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

    private static final String CHECKPOINT =
            "SELECT position, encode(hash, 'hex') AS hash FROM journal_checkpoint WHERE environment = $1";
    private static final String BORDER = """
            SELECT position, encode(hash, 'hex') AS hash FROM journal_border WHERE environment = $1
            ORDER BY position DESC LIMIT 1
            """;
    private static final String BRANCHES = """
            SELECT position, (payload #>> '{exported,position}')::bigint AS exported_position,
                payload #>> '{exported,hash}' AS exported_hash
            FROM journal
            WHERE environment = $1 AND type = 'BranchBegun'
            ORDER BY position DESC
            LIMIT 100
            """;
    private static final String VERIFIED = """
            INSERT INTO journal_checkpoint (environment, position, hash, verified_at)
            VALUES ($1, $2, decode($3, 'hex'), $4)
            ON CONFLICT (environment) DO UPDATE SET
                position = excluded.position, hash = excluded.hash, verified_at = excluded.verified_at
            """;

    private final Pool pool;

    PostgresChainReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<ChainHead> head(EnvironmentId environment) {
        return head(HEAD, environment);
    }

    @Override
    public Uni<ChainHead> checkpoint(EnvironmentId environment) {
        return head(CHECKPOINT, environment);
    }

    @Override
    public Uni<ChainHead> border(EnvironmentId environment) {
        return head(BORDER, environment);
    }

    private Uni<ChainHead> head(String query, EnvironmentId environment) {
        return pool.preparedQuery(query).execute(Tuple.of(environment.value())).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? head(environment, row.next()) : ChainHead.genesis(environment);
        });
    }

    @Override
    public Uni<List<Verification.Branch>> branches(EnvironmentId environment) {
        return pool.preparedQuery(BRANCHES)
                .execute(Tuple.of(environment.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Verification.Branch(
                                row.getLong("position"),
                                row.getLong("exported_position"),
                                row.getString("exported_hash")))
                        .toList());
    }

    @Override
    public Uni<Void> verified(ChainHead upTo, Instant at) {
        Tuple values = Tuple.of(
                upTo.environment().value(), upTo.position(), upTo.hash().hex(), at.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(VERIFIED).execute(values).replaceWithVoid();
    }

    /**
     * Maps a row of {@code journal_head} with the columns {@code position} and {@code hash}, the hash in hexadecimal.
     */
    static ChainHead head(EnvironmentId environment, Row row) {
        return new ChainHead(environment, row.getLong("position"), new Hash(row.getString("hash")));
    }

    /** Maps a row of {@code journal_head} that has its environment, too. */
    static ChainHead head(Row row) {
        return head(EnvironmentId.of(row.getString("environment")), row);
    }

    @Override
    public Uni<List<JournalRow>> after(EnvironmentId environment, long position, long upTo, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(environment.value(), position, upTo, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresChainReader::row)
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
