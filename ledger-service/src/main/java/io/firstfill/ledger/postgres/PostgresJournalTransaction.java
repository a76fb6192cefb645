package io.firstfill.ledger.postgres;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.firstfill.ledger.journal.ChainEnd;
import io.firstfill.ledger.journal.JournalRow;
import io.firstfill.ledger.journal.JournalTransaction;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One transaction that holds the lock of its environment. */
final class PostgresJournalTransaction implements JournalTransaction {
    private static final String APPEND = """
            INSERT INTO journal (environment, position, message_id, topic, type, body, body_sha256, occurred_at,
                recorded_at, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, decode($10, 'hex'), decode($11, 'hex'))
            """;
    private static final String MOVE_HEAD =
            "UPDATE journal_head SET position = $2, hash = decode($3, 'hex') WHERE environment = $1";
    private static final String RECEIPTS = """
            SELECT message_id, position, recorded_at, payload #>> '{meta,correlationId}' AS correlation FROM journal
            WHERE environment = $1 AND message_id = ANY ($2)
            """;
    private static final String ANSWERS =
            "SELECT body FROM journal WHERE environment = $1 AND message_id = ANY ($2) ORDER BY position";

    private final SqlConnection connection;
    private final ChainEnd end;
    private final MessageCodec codec;
    private final DecisionInputs facts;

    PostgresJournalTransaction(SqlConnection connection, ChainEnd end, MessageCodec codec, StoredJson json) {
        this.connection = connection;
        this.end = end;
        this.codec = codec;
        this.facts = new DecisionInputs(connection, json);
    }

    @Override
    public ChainEnd end() {
        return end;
    }

    @Override
    public Uni<Map<MessageId, Recorded>> receipts(Collection<MessageId> ids) {
        return connection.preparedQuery(RECEIPTS).execute(named(ids.stream())).map(this::receipts);
    }

    private Map<MessageId, Recorded> receipts(RowSet<Row> rows) {
        Map<MessageId, Recorded> found = new HashMap<>();
        for (Row row : rows) {
            MessageId id = new MessageId(row.getUUID("message_id"));
            Meta meta = new Meta(
                    MessageId.derivedFrom("Recorded", id),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    CorrelationId.of(row.getString("correlation")),
                    id);
            found.put(id, new Recorded(meta, end.environment(), id, row.getLong("position")));
        }
        return found;
    }

    @Override
    public Uni<List<RunEvent>> answersTo(MessageId command) {
        Stream<MessageId> possible = Stream.of(
                        "RunStarted",
                        "RunRejected",
                        "ConfigurationSaved",
                        "ConfigurationRejected",
                        "ConfigurationApplied")
                .map(type -> MessageId.derivedFrom(type, command));
        return connection
                .preparedQuery(ANSWERS)
                .execute(named(possible))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> answer(row.getString("body")))
                        .toList());
    }

    private RunEvent answer(String body) {
        try {
            return (RunEvent) codec.read(Topics.RUNS, body.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException("an answer in the journal cannot be read", e);
        }
    }

    @Override
    public Uni<Void> project(Message message, String body, Instant recordedAt) {
        return Multi.createFrom()
                .iterable(Projection.of(message))
                .onItem()
                .transformToUniAndConcatenate(step -> run(step, body, recordedAt))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> run(Step step, String body, Instant recordedAt) {
        Tuple arguments = Tuple.of(body, step.word(), recordedAt.atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(step.sql()).execute(arguments);
    }

    @Override
    public Uni<Void> append(List<JournalRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JournalRow last = rows.getLast();
        Tuple head = Tuple.of(
                last.environment().value(), last.position(), last.hash().hex());
        return connection
                .preparedQuery(APPEND)
                .executeBatch(rows.stream().map(PostgresJournalTransaction::values).toList())
                .chain(() -> connection.preparedQuery(MOVE_HEAD).execute(head))
                .replaceWithVoid();
    }

    private static Tuple values(JournalRow row) {
        return Tuple.tuple()
                .addString(row.environment().value())
                .addLong(row.position())
                .addUUID(row.messageId().value())
                .addString(row.topic())
                .addString(row.type())
                .addString(row.body())
                .addString(row.bodyHash().hex())
                .addOffsetDateTime(row.occurredAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(row.recordedAt().atOffset(ZoneOffset.UTC))
                .addString(row.previousHash().hex())
                .addString(row.hash().hex());
    }

    private Tuple named(Stream<MessageId> ids) {
        return Tuple.tuple()
                .addString(end.environment().value())
                .addArrayOfUUID(ids.map(MessageId::value).toArray(UUID[]::new));
    }

    @Override
    public Uni<StartDecision.Facts> factsFor(StartRun command) {
        return facts.of(command);
    }

    @Override
    public Uni<SaveDecision.Facts> factsFor(SaveConfiguration command) {
        return facts.of(command);
    }

    @Override
    public Uni<ApplyDecision.Facts> factsFor(ApplyConfiguration command) {
        return facts.of(command);
    }
}
