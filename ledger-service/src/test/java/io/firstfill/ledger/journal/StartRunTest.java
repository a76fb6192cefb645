package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunRejection;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * US1: the ledger records the start of a run with its snapshot before it answers, and gives the same answer however
 * often the command is delivered. Configurations are saved in versions under unique names (FR-001).
 */
@QuarkusTest
@KafkaAndPostgres
class StartRunTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void aStartDeliveredThreeTimesIsOneRunWithOneAnswer() {
        // Given a configuration
        RecordsOnTopics.publish(fixture.save(0, "first fill"));
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 1);
        StartRun start = fixture.startBeforeDeadline(fixture.run);

        // When the start is delivered twice at once, and again after it was committed, as after a lost publication
        RecordsOnTopics.publish(start, start);
        RunStarted first =
                RecordsOnTopics.await(fixture.environment, RunStarted.class, 1).getFirst();
        RecordsOnTopics.publish(start);

        // Then every answer is the same message, and the run, its command and its answer are recorded once
        assertThat(RecordsOnTopics.await(fixture.environment, RunStarted.class, 2))
                .containsOnly(first);
        assertThat(first.meta().causationId()).isEqualTo(start.meta().id());
        assertThat(first.snapshot()).isEqualTo(LedgerFixture.configurationNamed("first fill"));
        assertThat(LedgerDatabase.count("run", fixture.environment, "state = 'ACTIVE' AND snapshot IS NOT NULL"))
                .isEqualTo(1);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'StartRun'"))
                .isEqualTo(1);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'RunStarted'"))
                .isEqualTo(1);
        assertThat(RecordsOnTopics.read(fixture.environment, RunRejected.class)).isEmpty();
        assertThat(RecordsOnTopics.read(fixture.environment, Recorded.class))
                .filteredOn(receipt -> receipt.messageId().equals(start.meta().id()))
                .isNotEmpty()
                .allMatch(receipt -> receipt.position() == 3);
    }

    @Test
    void aSecondStartNamesTheActiveRunAndStartsOnceThatOneHasStopped() {
        // Given an active run
        RecordsOnTopics.publish(fixture.save(0, "first fill"), fixture.startBeforeDeadline(fixture.run));
        RecordsOnTopics.await(fixture.environment, RunStarted.class, 1);
        RunId second = new RunId(UUID.randomUUID());
        RunId third = new RunId(UUID.randomUUID());

        // When a second start is delivered, the run stops, and a third start is delivered
        RecordsOnTopics.publish(fixture.startBeforeDeadline(second));
        RunRejected rejected =
                RecordsOnTopics.await(fixture.environment, RunRejected.class, 1).getFirst();
        RecordsOnTopics.publish(fixture.stopped(fixture.run));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> LedgerDatabase.count("run", fixture.environment, "state = 'STOPPED'") == 1);
        RecordsOnTopics.publish(fixture.startBeforeDeadline(third));

        // Then the second is rejected for good, with the id of the active run, and the third starts
        assertThat(rejected.reason()).isEqualTo(RunRejection.RUN_ACTIVE);
        assertThat(rejected.activeRunId()).isEqualTo(fixture.run);
        assertThat(RecordsOnTopics.await(fixture.environment, RunStarted.class, 2)
                        .getLast()
                        .runId())
                .isEqualTo(third);
        assertThat(LedgerDatabase.count(
                        "run",
                        fixture.environment,
                        "run_id = '" + second + "' AND state = 'REJECTED' AND started_by = 'olga'"))
                .isEqualTo(1);
    }

    @Test
    void neitherAnExpiredStartNorOneOfAnUnknownConfigurationStarts() {
        // Given a configuration and a start whose deadline has passed
        RecordsOnTopics.publish(fixture.save(0, "first fill"));
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 1);

        // When that start is delivered twice, and a start of a version that nobody saved
        StartRun late = fixture.start(fixture.run, LedgerFixture.T0);
        RecordsOnTopics.publish(late);
        RecordsOnTopics.await(fixture.environment, RunRejected.class, 1);
        RecordsOnTopics.publish(late);
        LedgerFixture other = new LedgerFixture();
        RecordsOnTopics.publish(other.startBeforeDeadline(other.run));

        // Then neither run starts
        assertThat(RecordsOnTopics.await(fixture.environment, RunRejected.class, 2))
                .extracting(RunRejected::reason)
                .containsOnly(RunRejection.EXPIRED);
        assertThat(RecordsOnTopics.await(other.environment, RunRejected.class, 1)
                        .getFirst()
                        .reason())
                .isEqualTo(RunRejection.UNKNOWN_CONFIGURATION);
        assertThat(LedgerDatabase.count("run", fixture.environment, "state <> 'REJECTED'"))
                .isZero();
        assertThat(RecordsOnTopics.read(fixture.environment, RunStarted.class)).isEmpty();
    }

    @Test
    void aStartThatIsReadAfterItsAnswerIsNotDecidedAgain() {
        // Given the recorded answer to a start, as a restored ledger may have read it first
        StartRun late = fixture.start(fixture.run, LedgerFixture.T0);
        fixture.record(fixture.answer(late));

        // When the start is read, whose deadline has passed by now
        fixture.record(late);

        // Then it is in the journal, and the first answer is the only one
        assertThat(RecordsOnTopics.read(fixture.environment, RunRejected.class)).isEmpty();
        assertThat(LedgerDatabase.count("journal", fixture.environment, "true")).isEqualTo(2);
        assertThat(LedgerDatabase.count("run", fixture.environment, "state = 'ACTIVE'"))
                .isEqualTo(1);
    }

    @Test
    void aConfigurationHasVersionsAndAUniqueName() {
        // Given a configuration in its first version (FR-001)
        RecordsOnTopics.publish(fixture.save(0, "first fill"));
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 1);

        // When it is saved on top of that version, then with an outdated version, then another one under its name
        ConfigurationId other = new ConfigurationId(UUID.randomUUID());
        RecordsOnTopics.publish(
                fixture.save(1, "First Fill"), fixture.save(1, "stale"), fixture.save(other, 0, "FIRST FILL"));

        // Then there are two versions, and both rejections have their reason
        assertThat(RecordsOnTopics.await(fixture.environment, ConfigurationRejected.class, 2))
                .extracting(ConfigurationRejected::reason, ConfigurationRejected::currentVersion)
                .containsExactly(
                        tuple(ConfigurationRejection.VERSION_CONFLICT, 2), tuple(ConfigurationRejection.NAME_TAKEN, 0));
        assertThat(RecordsOnTopics.read(fixture.environment, ConfigurationSaved.class))
                .extracting(saved -> saved.configuration().version())
                .containsExactly(1, 2);
        assertThat(LedgerDatabase.count("configuration_version", fixture.environment, "true"))
                .isEqualTo(2);
    }
}
