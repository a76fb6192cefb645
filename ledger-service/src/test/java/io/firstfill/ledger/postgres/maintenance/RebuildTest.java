package io.firstfill.ledger.postgres.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.journal.ChainVerifier;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.journal.Recorder;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.testkit.PostgresResource;
import io.firstfill.testkit.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The projections follow from the journal, and a journal whose beginning was dropped goes on. */
@QuarkusTest
@KafkaAndPostgres
class RebuildTest {
    private static final int TIMES = 4;
    private static final String ROWS = """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'environment'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition
                AND c.relname !~ '^(journal|notification)(_|$)' AND c.relname NOT IN
                    ('projection_snapshot', 'topic_head', 'missed_report', 'missed_listing', 'position_mark')
            ORDER BY 1
            """;

    private final LedgerFixture fixture = new LedgerFixture();

    @Inject
    ChainVerifier verifier;

    @Inject
    Recorder recorder;

    @Test
    void everyProjectionIsRebuiltToTheSameRowsWhateverHappenedToIt() throws SQLException {
        // Given messages of every type in a random order, and a start that was rejected
        recordEveryMessage(20261128);
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
        Map<String, List<String>> before = rows();
        assertThat(before.get("run")).anyMatch(run -> run.contains("REJECTED") && run.contains("olga"));
        assertThat(before.values()).noneMatch(List::isEmpty);

        // When rows are changed and lost past the ledger, and the projections are rebuilt
        for (String table : before.keySet()) {
            LedgerDatabase.executeAsSuperuser("DELETE FROM " + table + where() + " AND ctid IN (SELECT ctid FROM "
                    + table + where() + " LIMIT 1)");
        }
        LedgerDatabase.executeAsSuperuser("UPDATE orders SET filled_amount = 1" + where());
        assertThat(rows()).isNotEqualTo(before);
        assertThat(command("rebuild", fixture.environment.value())).contains("Rebuilt " + fixture.environment);

        // Then they are what they were, and recording goes on
        assertThat(rows()).isEqualTo(before);
        assertThat(LedgerDatabase.count("topic_head", fixture.environment, "topic = '*'"))
                .as("polls get the new rows")
                .isEqualTo(1);
        fixture.record(fixture.announced(2, "MORE", LedgerFixture.T0));
        assertThat(LedgerDatabase.count("listing", fixture.environment, "pair = 'MORE/USDT'"))
                .isEqualTo(1);
    }

    @Test
    void aBatchLeavesTheRowsThatOneMessageAfterTheOtherWouldLeave() throws SQLException {
        // Given messages about few things, so that most rows are changed many times
        Seed seed = Seed.fixed(20261129);
        List<JournalEntry> entries = new ArrayList<>();
        for (var message : EveryMessage.of(fixture.environment, 2 * TIMES, 3, new Random(seed.value()))) {
            // What is about runs may contradict itself when it is made up, and then fails the transaction.
            if (!List.of(Topics.RUNS, Topics.COMMANDS).contains(message.getKey())) {
                var place = new RecordPlace(message.getKey(), 0, entries.size());
                entries.add(new JournalEntry.Read(place, decoded(message.getKey(), message.getValue())));
            }
        }

        // When they are recorded in one transaction
        recorder.record(fixture.environment, entries, List.of()).await().atMost(Duration.ofSeconds(60));

        // Then the rows are those of the rebuild, which projects one message after the other
        Map<String, List<String>> batched = rows();
        assertThat(batched.get("orders")).hasSizeLessThan(10);
        command("rebuild", fixture.environment.value());
        assertThat(rows()).as(seed.toString()).isEqualTo(batched);
    }

    private static EncodedMessage decoded(String topic, byte[] bytes) {
        try {
            return EncodedMessage.of(topic, MessageCodec.standard().read(topic, bytes), bytes);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChainIsVerifiedFromTheBorderOfWhatWasDropped() throws SQLException {
        for (int number = 1; number <= 6; number++) {
            fixture.record(fixture.announced(number, "NEWT" + number, LedgerFixture.T0));
        }

        LedgerDatabase.executeAsSuperuser("SET session_replication_role = replica;"
                + "INSERT INTO journal_border SELECT environment, position, hash, 1, 'gone', '', now() FROM journal"
                + where()
                + " AND position = 4; DELETE FROM journal" + where() + " AND position <= 4");

        var verified = verifier.verifyAnew(fixture.environment).await().atMost(Duration.ofSeconds(10));
        assertThat(verified.intact()).isTrue();
        assertThat(verified.records()).isEqualTo(6);
        fixture.record(fixture.announced(7, "NEWT7", LedgerFixture.T0));
        assertThat(verifier.verify(fixture.environment)
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .records())
                .isEqualTo(7);
    }

    @Test
    void aRecordThatIsDeliveredAgainAfterItsMonthWasDroppedIsStillKnown() throws SQLException {
        var announced = fixture.announced(1, "NEWT", LedgerFixture.T0);
        fixture.record(announced);
        LedgerDatabase.executeAsSuperuser(
                "SET session_replication_role = replica; DELETE FROM journal" + where() + " AND position = 1");

        RecordsOnTopics.publish(announced);
        var receipts = RecordsOnTopics.await(fixture.environment, Recorded.class, 2);

        assertThat(receipts.getFirst()).isEqualTo(receipts.getLast());
        assertThat(LedgerDatabase.count("journal_head", fixture.environment, "position = 1"))
                .isEqualTo(1);
    }

    private void recordEveryMessage(long seed) {
        var messages = EveryMessage.of(
                fixture.environment, TIMES, 3, new Random(Seed.fixed(seed).value()));
        long before = LedgerDatabase.count("journal_id", fixture.environment, "true");
        RecordsOnTopics.publish(fixture.environment, messages);
        RecordsOnTopics.publish(fixture.start(new RunId(UUID.randomUUID()), LedgerFixture.T0));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> LedgerDatabase.count("journal_id", fixture.environment, "true")
                        >= before + messages.size() + 2);
        // The ledger's own alerts about records that it could not process are among those.
        Set<String> topics = new TreeSet<>(List.of(Topics.ALERTS, Topics.COMMANDS, Topics.RUNS));
        messages.forEach(message -> topics.add(message.getKey()));
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(60))
                .until(() -> RecordsOnTopics.unrecorded(topics) == 0);
    }

    private String command(String... arguments) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var postgres = PostgresResource.shared();
        try (Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(LedgerDatabase.name()), postgres.owner(), postgres.ownerPassword())) {
            MaintainJournal.run(connection, new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : column(ROWS)) {
            rows.put(
                    table,
                    column("SELECT (to_jsonb(t) - 'committed_at' - 'fill_committed_at')::text FROM " + table + " t"
                            + where() + " ORDER BY 1"));
        }
        return rows;
    }

    private String where() {
        return " WHERE environment = '" + fixture.environment + "'";
    }

    private static List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = LedgerDatabase.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
