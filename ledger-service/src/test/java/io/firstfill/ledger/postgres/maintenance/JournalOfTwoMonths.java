package io.firstfill.ledger.postgres.maintenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import io.firstfill.testkit.PostgresResource;
import io.firstfill.testkit.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.flywaydb.core.Flyway;

/** A journal in a database of its own, with two partitions: the older holds the first 200 records. */
final class JournalOfTwoMonths {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    static final int OLD = 200;

    private static final String ROW = """
            INSERT INTO journal (environment, position, message_id, topic, type, body, body_sha256, occurred_at, recorded_at,
                previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, decode(?, 'hex'), decode(?, 'hex'))
            """;

    private JournalOfTwoMonths() {}

    static Instant daysAgo(int days) {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(days));
    }

    /** Makes a journal of two partitions, the older of which ends at the time. */
    static Connection journal(String database, Instant end) throws SQLException {
        var postgres = PostgresResource.shared();
        postgres.createDatabase(database);
        Flyway.configure()
                .dataSource(postgres.dataSource(database))
                .placeholders(Map.of("runtime", postgres.user()))
                .load()
                .migrate();
        Connection connection = postgres.dataSource(database).getConnection();
        String bound = column(connection, "SELECT to_time FROM journal_partition WHERE partition = 'journal_first'")
                .getFirst();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    SET TimeZone = 'UTC';
                    ALTER TABLE journal DETACH PARTITION journal_first;
                    CREATE TABLE journal_old (LIKE journal INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS,
                        PRIMARY KEY (environment, position));
                    ALTER TABLE journal ATTACH PARTITION journal_old FOR VALUES FROM (MINVALUE) TO ('%1$s');
                    ALTER TABLE journal ATTACH PARTITION journal_first FOR VALUES FROM ('%1$s') TO ('%2$s');
                    """.formatted(end, bound));
        }
        fill(connection, end);
        return connection;
    }

    private static void fill(Connection connection, Instant end) throws SQLException {
        ChainHead head = ChainHead.genesis(PAPER);
        try (var statement = connection.prepareStatement(ROW)) {
            for (var message :
                    EveryMessage.of(PAPER, 5, 1, new Random(Seed.fixed(99).value()))) {
                boolean old = head.position() < OLD;
                Instant at = old
                        ? end.minusSeconds(OLD - head.position())
                        : daysAgo(0).minusSeconds(1_000 - head.position());
                JournalRow row =
                        row(head, message.getKey(), new String(message.getValue(), StandardCharsets.UTF_8), at);
                insert(statement, row);
                head = new ChainHead(PAPER, row.position(), row.hash());
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO journal_head VALUES ('paper', " + head.position() + ", decode('"
                    + head.hash() + "', 'hex'))");
        }
    }

    private static JournalRow row(ChainHead head, String topic, String body, Instant at) {
        JsonNode json = json(body);
        Hash bodyHash = Hash.ofBytes(body.getBytes(StandardCharsets.UTF_8));
        MessageId id = MessageId.of(json.at("/meta/id").asText());
        Instant occurred = Instant.parse(json.at("/meta/occurredAt").asText());
        JournalRow bare = new JournalRow(
                PAPER,
                head.position() + 1,
                id,
                topic,
                json.path("type").asText(),
                body,
                bodyHash,
                occurred,
                at,
                head.hash(),
                head.hash());
        return new JournalRow(
                PAPER,
                bare.position(),
                id,
                topic,
                bare.type(),
                body,
                bodyHash,
                occurred,
                at,
                head.hash(),
                bare.expectedHash());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void insert(PreparedStatement statement, JournalRow row) throws SQLException {
        List<Object> values = List.of(
                row.environment().value(),
                row.position(),
                row.messageId().value(),
                row.topic(),
                row.type(),
                row.body(),
                row.bodyHash().hex(),
                time(row.occurredAt()),
                time(row.recordedAt()),
                row.previousHash().hex(),
                row.hash().hex());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        statement.executeUpdate();
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
