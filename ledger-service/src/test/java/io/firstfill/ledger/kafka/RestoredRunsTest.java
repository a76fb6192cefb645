package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Restart;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a restored ledger knows what it has answered before it reads a command again. */
@QuarkusTest
@KafkaAndPostgres
class RestoredRunsTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final StoredPartition commands = partition(Topics.COMMANDS);
    private final StoredPartition runs = partition(Topics.RUNS);

    @Inject
    KafkaClientService clients;

    @Inject
    @Identifier(JournalChannel.NAME) JournalAssignment assignment;

    /** The answer may never have been recorded, so that its partition is not behind. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(120)
    void theAnswersAreRecordedBeforeAnyCommandIsRead(boolean wasRecorded) throws SQLException {
        // Given a run that was started in time, and a database restored from a backup made before
        StartRun start = fixture.start(fixture.run, LedgerFixture.T0);
        fixture.record(fixture.answer(start), start);
        await().atMost(Duration.ofSeconds(20)).until(() -> isCommitted(commands) && isCommitted(runs));
        setBack();

        // When the ledger is assigned its partitions
        assignment.onPartitionsAssigned(
                new Group(List.of(commands, runs), wasRecorded ? runs.committed() : runs.recorded()),
                List.of(commands.partition(), runs.partition()));

        // Then it has recorded the answer although no poll has given it yet, and the start that follows is not refused
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'RunStarted'"))
                .isEqualTo(1);
        Restart.of(clients);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("journal", fixture.environment, "type = 'StartRun'") == 1);
        assertThat(RecordsOnTopics.read(fixture.environment, RunRejected.class)).isEmpty();
        assertThat(LedgerDatabase.count("run", fixture.environment, "state = 'ACTIVE'"))
                .isEqualTo(1);
    }

    private static boolean isCommitted(StoredPartition partition) {
        return partition.recorded() == partition.end() && partition.committed() == partition.end();
    }

    /** Leaves the database as a backup has it that was made before the run. */
    private void setBack() throws SQLException {
        String where = " WHERE environment = '" + fixture.environment + "';";
        LedgerDatabase.executeAsSuperuser("SET session_replication_role = replica;"
                + "DELETE FROM journal_head" + where
                + "DELETE FROM journal" + where
                + "DELETE FROM journal_id" + where
                + "DELETE FROM run" + where);
        commands.store(commands.end() - 1);
        runs.store(runs.end() - 1);
    }

    private StoredPartition partition(String topic) {
        return new StoredPartition(new TopicPartition(topic, EnvironmentPartition.of(fixture.environment, 3)));
    }

    /** The member of the group to which the partitions are assigned. */
    private static final class Group extends MockConsumer<String, byte[]> {
        private final List<StoredPartition> assigned;

        private final long committedRuns;

        /** @param committedRuns of the partition of runs.v1 */
        Group(List<StoredPartition> assigned, long committedRuns) {
            super("earliest");
            this.committedRuns = committedRuns;
            this.assigned = assigned;
            Node[] none = new Node[0];
            assigned.forEach(each -> {
                String topic = each.partition().topic();
                updatePartitions(
                        topic,
                        List.of(
                                new PartitionInfo(topic, 0, Node.noNode(), none, none),
                                new PartitionInfo(topic, 1, Node.noNode(), none, none),
                                new PartitionInfo(topic, 2, Node.noNode(), none, none)));
                updateBeginningOffsets(Map.of(each.partition(), 0L));
                updateEndOffsets(Map.of(each.partition(), each.end()));
            });
            assign(assigned.stream().map(StoredPartition::partition).toList());
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
            assigned.forEach(each -> {
                boolean ofRuns = each.partition().topic().equals(Topics.RUNS);
                committed.put(each.partition(), new OffsetAndMetadata(ofRuns ? committedRuns : each.committed()));
            });
            return committed;
        }
    }
}
