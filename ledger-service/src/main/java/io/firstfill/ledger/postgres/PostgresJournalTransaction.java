package io.firstfill.ledger.postgres;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.decision.AnswerIdentity;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.JournalRow;
import io.firstfill.ledger.journal.JournalTransaction;
import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.postgres.batch.RowWriter;
import io.firstfill.ledger.postgres.batch.Statements;
import io.firstfill.ledger.postgres.notify.NotificationOutbox;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One database transaction that holds the lock on its environment's head row. */
final class PostgresJournalTransaction implements JournalTransaction {
    private static final String RECEIPTS = """
            SELECT message_id, position, recorded_at, encode(hash, 'hex') AS hash, correlation_id
            FROM journal_id
            WHERE environment = $1 AND message_id = ANY ($2)
            """;
    /** By the time of the id's row, so that only its partition is read. */
    private static final String ANSWERS = """
            SELECT j.topic, j.body
            FROM journal_id i
            JOIN journal j ON j.environment = i.environment AND j.position = i.position AND j.recorded_at = i.recorded_at
            WHERE i.environment = $1 AND i.message_id = ANY ($2)
            ORDER BY i.position
            """;

    private static final String OPEN_ALERTS =
            "SELECT kind FROM alert WHERE environment = $1 AND subject = $2 AND cleared_at IS NULL";

    private static final String ACKNOWLEDGED = """
            SELECT EXISTS (SELECT FROM journal WHERE environment = $1 AND type = 'RecordAcknowledged'
                AND payload ->> 'place' = $2) AS acknowledged
            """;
    private static final String ACKNOWLEDGED_ANYWHERE = """
            SELECT EXISTS (SELECT FROM journal WHERE type = 'RecordAcknowledged' AND payload ->> 'place' = $1)
                AS acknowledged
            """;

    private final SqlConnection connection;
    private final ChainHead head;
    private final MessageCodec codec;
    private final DecisionInputs inputs;
    private final RowWriter writer;
    private final NotificationOutbox notifications;

    PostgresJournalTransaction(
            SqlConnection connection,
            ChainHead head,
            MessageCodec codec,
            StoredJson json,
            NotificationOutbox notifications) {
        this.connection = connection;
        this.head = head;
        this.codec = codec;
        this.inputs = new DecisionInputs(connection, json);
        this.writer = new RowWriter(connection);
        this.notifications = notifications;
    }

    @Override
    public ChainHead head() {
        return head;
    }

    @Override
    public Uni<Map<MessageId, Recorded>> receipts(Collection<MessageId> ids) {
        return connection
                .preparedQuery(RECEIPTS)
                .execute(environmentAnd(ids.stream()))
                .map(this::receipts);
    }

    private Map<MessageId, Recorded> receipts(RowSet<Row> rows) {
        Map<MessageId, Recorded> found = new HashMap<>();
        for (Row row : rows) {
            MessageId id = new MessageId(row.getUUID("message_id"));
            Meta meta = new Meta(
                    MessageId.derivedFrom("Recorded", id),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    CorrelationId.of(row.getString("correlation_id")),
                    id);
            found.put(id, new Recorded(meta, head.environment(), id, row.getLong("position"), row.getString("hash")));
        }
        return found;
    }

    @Override
    public Uni<List<Message>> answersTo(MessageId entry) {
        return connection
                .preparedQuery(ANSWERS)
                .execute(environmentAnd(AnswerIdentity.possibleAnswersTo(entry)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> answer(row.getString("topic"), row.getString("body")))
                        .toList());
    }

    private Message answer(String topic, String body) {
        try {
            return codec.read(topic, body.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException("an answer in the journal is unreadable", e);
        }
    }

    @Override
    public Uni<Void> write(List<JournalRow> rows, List<NewMessage> messages) {
        return Statements.inOrder(List.of(
                writer.append(rows),
                writer.project(messages),
                notifications.add(connection, head.environment(), messages)));
    }

    @Override
    public Uni<Void> reached(List<ReachedOffset> offsets) {
        return offsets.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(PostgresReachedOffsets.ADVANCE)
                        .execute(PostgresReachedOffsets.columns(offsets))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Set<AlertKind>> openAlerts(String subject) {
        return connection
                .preparedQuery(OPEN_ALERTS)
                .execute(Tuple.of(head.environment().value(), subject))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> AlertKind.valueOf(row.getString("kind")))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Boolean> isAcknowledged(RecordPlace place) {
        boolean anywhere = head.environment().equals(EnvironmentId.UNKNOWN);
        return connection
                .preparedQuery(anywhere ? ACKNOWLEDGED_ANYWHERE : ACKNOWLEDGED)
                .execute(
                        anywhere
                                ? Tuple.of(place.toString())
                                : Tuple.of(head.environment().value(), place.toString()))
                .map(rows -> rows.iterator().next().getBoolean("acknowledged"));
    }

    private Tuple environmentAnd(Stream<MessageId> ids) {
        return Tuple.tuple()
                .addString(head.environment().value())
                .addArrayOfUUID(ids.map(MessageId::value).toArray(UUID[]::new));
    }

    @Override
    public Uni<StartDecision.Inputs> inputsFor(StartRun command) {
        return inputs.of(command);
    }

    @Override
    public Uni<SaveDecision.Inputs> inputsFor(SaveConfiguration command) {
        return inputs.of(command);
    }

    @Override
    public Uni<ApplyDecision.Inputs> inputsFor(ApplyConfiguration command) {
        return inputs.of(command);
    }

    @Override
    public Uni<Boolean> isKnown(ConfigurationId configuration) {
        return inputs.isKnown(head.environment(), configuration);
    }
}
