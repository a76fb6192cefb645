package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Restart;
import io.firstfill.ledger.journal.ChainVerifier;
import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.journal.ReachedOffsets;
import io.firstfill.ledger.journal.Verification;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reading continues at the offsets that the database holds: after a restart nothing is missing, a database restored
 * from a backup catches up and says so, and records that nobody can read any more are an alert.
 */
@QuarkusTest
@KafkaAndPostgres
class ResumeTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final TopicPartition listings =
            new TopicPartition(Topics.LISTINGS, EnvironmentPartition.of(fixture.environment, 3));
    private final StoredPartition partition = new StoredPartition(listings);

    @Inject
    KafkaClientService clients;

    @Inject
    ReachedOffsets offsets;

    @Inject
    ChainVerifier verifier;

    @Inject
    JournalState state;

    @BeforeEach
    void theLedgerHasReadSomething() {
        fixture.record(fixture.announced(1, "A", LedgerFixture.T0), fixture.announced(2, "B", LedgerFixture.T0));
    }

    @Test
    void theOffsetReachedIsInTheDatabaseWithTheRows() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored().recorded()).isEqualTo(end()));
        assertThat(stored().published()).isLessThanOrEqualTo(stored().recorded());
    }

    @Test
    void theOffsetIsNotTakenBackByARecordThatIsReadAgain() {
        ReachedOffset before = stored();

        Restart.of(clients);
        RecordsOnTopics.publish(fixture.announced(3, "C", LedgerFixture.T0));

        await().atMost(Duration.ofSeconds(20)).until(() -> stored().recorded() == before.recorded() + 1);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "true")).isEqualTo(3);
    }

    @Test
    void anAnswerThatWasCommittedAndNotPublishedIsPublishedAfterARestart() {
        // Given a start that is answered
        RecordsOnTopics.publish(fixture.save(0, "first fill"));
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 1);
        StartRun start = fixture.startBeforeDeadline(fixture.run);
        RecordsOnTopics.publish(start);
        RunStarted answer =
                RecordsOnTopics.await(fixture.environment, RunStarted.class, 1).getFirst();

        // When the ledger starts again as if it had been killed between the commit and the publication
        Restart.of(clients);

        // Then the same answer is published again
        assertThat(RecordsOnTopics.await(fixture.environment, RunStarted.class, 2))
                .containsOnly(answer);
    }

    @Test
    void aDatabaseRestoredFromABackupCatchesUpAndBeginsABranch() throws SQLException {
        // Given a database that is set back to its first record, as by a restore
        Recorded before =
                RecordsOnTopics.await(fixture.environment, Recorded.class, 2).getLast();
        setBackToTheFirstRecord();

        // When the ledger starts on it
        Restart.of(clients);

        // Then it reads what the database lacks again, behind a row that says so, and the chain is intact
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("listing", fixture.environment, "true") == 2);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'BranchBegun' AND position = 2"))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored().recorded()).isEqualTo(end()));
        Verification verification = verifier.verify(fixture.environment).await().atMost(Duration.ofSeconds(10));
        assertThat(verification.intact()).isTrue();
        assertThat(verification.branches())
                .containsExactly(new Verification.Branch(2, 2L, Objects.requireNonNull(before.hash())));

        // And says it once
        Restart.of(clients);
        fixture.record(fixture.announced(3, "C", LedgerFixture.T0));
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'BranchBegun'"))
                .isEqualTo(1);
    }

    @Test
    void recordsThatKafkaDeletedBeforeTheyWereReadAreAnAlertAndARow() throws SQLException {
        // Given a partition that was read up to its first record, and that keeps none any more
        long end = end();
        setBackToTheFirstRecord();
        partition.delete(end);

        // When the ledger starts
        Restart.of(clients);

        // Then the loss is named, in the chain and as an alert, and reading goes on
        AlertRaised alert =
                RecordsOnTopics.await(fixture.environment, AlertRaised.class, 1).getFirst();
        assertThat(alert.kind()).isEqualTo(AlertKind.RECORDS_LOST);
        assertThat(alert.subject()).isEqualTo(listings + "@" + (end - 1));
        assertThat(alert.summary()).contains(Topics.LISTINGS, "from offset " + (end - 1) + " to " + end);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'RecordsLost'"))
                .isEqualTo(1);
        RecordsOnTopics.publish(fixture.announced(3, "C", LedgerFixture.T0));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("listing", fixture.environment, "true") == 2);
    }

    @Test
    void recordsThatKafkaDeletesWhileTheLedgerCannotRecordAreAnAlert() {
        // Given a running ledger that has recorded nothing of the last two records, which are deleted
        long end = end();
        state.recorded(Map.of(listings, List.of(end - 3)));
        partition.delete(end);

        // When the next record arrives
        RecordsOnTopics.publish(fixture.announced(3, "C", LedgerFixture.T0));

        // Then the loss is named, and the record is recorded
        AlertRaised alert =
                RecordsOnTopics.await(fixture.environment, AlertRaised.class, 1).getFirst();
        assertThat(alert.kind()).isEqualTo(AlertKind.RECORDS_LOST);
        assertThat(alert.summary()).contains("from offset " + (end - 2) + " to " + end);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("listing", fixture.environment, "true") == 3);
    }

    @Test
    void aTopicThatWasMadeAnewIsAnAlertAndIsReadFromItsBeginning() throws SQLException {
        partition.store(1_000_000);

        Restart.of(clients);

        RecordsOnTopics.await(fixture.environment, AlertRaised.class, 1);
        RecordsOnTopics.await(fixture.environment, Recorded.class, 4);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored().recorded()).isEqualTo(end()));
    }

    /** Leaves the database as a backup has it that was made after the first record. */
    private void setBackToTheFirstRecord() throws SQLException {
        String where = " WHERE environment = '" + fixture.environment + "'";
        LedgerDatabase.executeAsSuperuser("SET session_replication_role = replica;"
                + "UPDATE journal_head SET position = 1, hash = (SELECT hash FROM journal" + where
                + " AND position = 1)" + where + ";"
                + "DELETE FROM journal" + where + " AND position > 1;"
                + "DELETE FROM listing" + where + " AND pair <> 'A/USDT';");
        partition.store(end() - 1);
    }

    private ReachedOffset stored() {
        return offsets.all().await().atMost(Duration.ofSeconds(10)).stream()
                .filter(offset -> offset.topic().equals(listings.topic()) && offset.partition() == listings.partition())
                .findFirst()
                .orElseThrow();
    }

    private long end() {
        return partition.end();
    }
}
