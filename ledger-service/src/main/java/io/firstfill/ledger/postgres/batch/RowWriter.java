package io.firstfill.ledger.postgres.batch;

import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import io.firstfill.ledger.journal.JournalTransaction.NewMessage;
import io.firstfill.ledger.postgres.batch.ProjectionSteps.Execution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Adds rows to the journal of one environment, and updates the projections by messages that it holds. */
public final class RowWriter {
    private static final String APPEND = """
            WITH appended AS (
                INSERT INTO journal (environment, position, message_id, topic, type, body, body_sha256, occurred_at,
                    recorded_at, previous_hash, hash)
                SELECT $1, r.position, r.message_id, r.topic, r.type, r.body, decode(r.body_sha256, 'hex'),
                    r.occurred_at, r.recorded_at, decode(r.previous_hash, 'hex'), decode(r.hash, 'hex')
                FROM unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                        $9::timestamptz[], $10::text[], $11::text[])
                    AS r (position, message_id, topic, type, body, body_sha256, occurred_at, recorded_at, previous_hash,
                        hash)
                RETURNING message_id, position, recorded_at, hash, payload #>> '{meta,correlationId}' AS correlation_id)
            INSERT INTO journal_id (environment, message_id, position, recorded_at, hash, correlation_id)
            SELECT $1, message_id, position, recorded_at, hash, correlation_id FROM appended
            """;
    private static final String MOVE_HEAD =
            "UPDATE journal_head SET position = $2, hash = decode($3, 'hex') WHERE environment = $1";

    private final SqlConnection connection;

    /** @param connection in a transaction that holds the lock of the environment's head */
    public RowWriter(SqlConnection connection) {
        this.connection = connection;
    }

    /** Adds the rows and moves the heads. */
    public Uni<Void> append(List<JournalRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JournalRow last = rows.getLast();
        Tuple newHead = Tuple.of(
                last.environment().value(), last.position(), last.hash().hex());
        return Statements.inOrder(List.of(
                connection.preparedQuery(APPEND).execute(columns(rows)),
                connection.preparedQuery(MOVE_HEAD).execute(newHead),
                TopicHeads.move(connection, rows)));
    }

    /** Updates the projections as if by one message after the other. */
    public Uni<Void> project(List<NewMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String environment = messages.getFirst().message().environment().value();
        OffsetDateTime first = time(messages.stream()
                .map(NewMessage::recordedAt)
                .min(Instant::compareTo)
                .orElseThrow());
        OffsetDateTime last = time(messages.stream()
                .map(NewMessage::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow());
        return Statements.inOrder(ProjectionSteps.of(messages).stream()
                .map(execution -> run(execution, environment, first, last))
                .toList());
    }

    private Uni<RowSet<Row>> run(Execution execution, String environment, OffsetDateTime first, OffsetDateTime last) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfLong(execution.positions().toArray(Long[]::new))
                .addString(execution.statement().argument())
                .addString(environment)
                .addOffsetDateTime(first)
                .addOffsetDateTime(last);
        return connection.preparedQuery(execution.statement().ofMany()).execute(arguments);
    }

    private static Tuple columns(List<JournalRow> rows) {
        return Tuple.tuple()
                .addString(rows.getFirst().environment().value())
                .addArrayOfLong(rows.stream().map(JournalRow::position).toArray(Long[]::new))
                .addArrayOfUUID(
                        rows.stream().map(row -> row.messageId().value()).toArray(UUID[]::new))
                .addArrayOfString(texts(rows, JournalRow::topic))
                .addArrayOfString(texts(rows, JournalRow::type))
                .addArrayOfString(texts(rows, JournalRow::body))
                .addArrayOfString(hashes(rows, JournalRow::bodyHash))
                .addArrayOfOffsetDateTime(times(rows, JournalRow::occurredAt))
                .addArrayOfOffsetDateTime(times(rows, JournalRow::recordedAt))
                .addArrayOfString(hashes(rows, JournalRow::previousHash))
                .addArrayOfString(hashes(rows, JournalRow::hash));
    }

    private static String[] texts(List<JournalRow> rows, Function<JournalRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static String[] hashes(List<JournalRow> rows, Function<JournalRow, Hash> column) {
        return rows.stream().map(row -> column.apply(row).hex()).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<JournalRow> rows, Function<JournalRow, Instant> column) {
        return rows.stream().map(row -> time(column.apply(row))).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
