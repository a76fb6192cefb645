package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunRejection;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.Database;
import io.firstfill.ledger.LedgerStack;
import io.firstfill.ledger.Scene;
import io.firstfill.ledger.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** US1: a start is recorded with its snapshot before it is answered, and answered the same however often it is asked. */
@QuarkusTest
@LedgerStack
class StartTest {
    private final Scene scene = new Scene();

    @Test
    void aStartDeliveredThreeTimesIsOneRunWithOneAnswer() {
        // Given a configuration
        Wire.send(scene.save(0, "first fill"));
        Wire.heard(Topics.RUNS, scene.environment, ConfigurationSaved.class, 1);
        StartRun start = scene.startInTime(scene.run);

        // When the start is delivered twice at once, and again after it was committed, as after a lost publication
        Wire.send(start, start);
        RunStarted first =
                Wire.heard(Topics.RUNS, scene.environment, RunStarted.class, 1).getFirst();
        Wire.send(start);

        // Then every answer is the same message, and the run, its command and its answer are recorded once
        assertThat(Wire.heard(Topics.RUNS, scene.environment, RunStarted.class, 2))
                .containsOnly(first);
        assertThat(first.meta().causationId()).isEqualTo(start.meta().id());
        assertThat(first.snapshot()).isEqualTo(Scene.preset("first fill"));
        assertThat(Database.count("run", scene.environment, "state = 'ACTIVE' AND snapshot IS NOT NULL"))
                .isEqualTo(1);
        assertThat(Database.count("journal", scene.environment, "type = 'StartRun'"))
                .isEqualTo(1);
        assertThat(Database.count("journal", scene.environment, "type = 'RunStarted'"))
                .isEqualTo(1);
        assertThat(Wire.all(Topics.RUNS, scene.environment, RunRejected.class)).isEmpty();
        assertThat(Wire.all(Topics.RECORDED, scene.environment, Recorded.class))
                .filteredOn(receipt -> receipt.messageId().equals(start.meta().id()))
                .isNotEmpty()
                .allMatch(receipt -> receipt.position() == 3);
    }

    @Test
    void aSecondStartNamesTheActiveRunAndStartsOnceThatOneHasStopped() {
        // Given an active run
        Wire.send(scene.save(0, "first fill"), scene.startInTime(scene.run));
        Wire.heard(Topics.RUNS, scene.environment, RunStarted.class, 1);
        RunId second = new RunId(UUID.randomUUID());
        RunId third = new RunId(UUID.randomUUID());

        // When another start comes, then the run stops, then a third start comes
        Wire.send(scene.startInTime(second));
        RunRejected refused =
                Wire.heard(Topics.RUNS, scene.environment, RunRejected.class, 1).getFirst();
        Wire.send(scene.stopped(scene.run));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Database.count("run", scene.environment, "state = 'STOPPED'") == 1);
        Wire.send(scene.startInTime(third));

        // Then the second is refused for good, by name of the first, and the third starts
        assertThat(refused.reason()).isEqualTo(RunRejection.RUN_ACTIVE);
        assertThat(refused.activeRunId()).isEqualTo(scene.run);
        assertThat(Wire.heard(Topics.RUNS, scene.environment, RunStarted.class, 2)
                        .getLast()
                        .runId())
                .isEqualTo(third);
        assertThat(Database.count(
                        "run",
                        scene.environment,
                        "run_id = '" + second + "' AND state = 'REJECTED'" + " AND started_by = 'olga'"))
                .isEqualTo(1);
    }

    @Test
    void anExpiredStartNeverStartsAndAnUnknownConfigurationNeither() {
        // Given a configuration and a start whose deadline has passed
        Wire.send(scene.save(0, "first fill"));
        Wire.heard(Topics.RUNS, scene.environment, ConfigurationSaved.class, 1);

        // When it is read, twice, and a start of a version nobody saved
        StartRun late = scene.start(scene.run, Scene.T0);
        Wire.send(late);
        Wire.heard(Topics.RUNS, scene.environment, RunRejected.class, 1);
        Wire.send(late);
        Scene other = new Scene();
        Wire.send(other.startInTime(other.run));

        // Then neither runs
        assertThat(Wire.heard(Topics.RUNS, scene.environment, RunRejected.class, 2))
                .extracting(RunRejected::reason)
                .containsOnly(RunRejection.EXPIRED);
        assertThat(Wire.heard(Topics.RUNS, other.environment, RunRejected.class, 1)
                        .getFirst()
                        .reason())
                .isEqualTo(RunRejection.UNKNOWN_CONFIGURATION);
        assertThat(Database.count("run", scene.environment, "state <> 'REJECTED'"))
                .isZero();
        assertThat(Wire.all(Topics.RUNS, scene.environment, RunStarted.class)).isEmpty();
    }

    @Test
    void aConfigurationIsVersionedAndItsNameIsItsOwn() {
        // Given a configuration in its first version (FR-001)
        Wire.send(scene.save(0, "first fill"));
        Wire.heard(Topics.RUNS, scene.environment, ConfigurationSaved.class, 1);

        // When it is saved on top of that, then by somebody who has not seen that, then another takes its name
        ConfigurationId other = new ConfigurationId(UUID.randomUUID());
        Wire.send(scene.save(1, "First Fill"), scene.save(1, "stale"), scene.save(other, 0, "FIRST FILL"));

        // Then there are two versions, and both refusals say why
        assertThat(Wire.heard(Topics.RUNS, scene.environment, ConfigurationRejected.class, 2))
                .extracting(ConfigurationRejected::reason, ConfigurationRejected::currentVersion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ConfigurationRejection.VERSION_CONFLICT, 2),
                        org.assertj.core.groups.Tuple.tuple(ConfigurationRejection.NAME_TAKEN, 0));
        assertThat(Wire.all(Topics.RUNS, scene.environment, ConfigurationSaved.class))
                .extracting(saved -> saved.configuration().version())
                .containsExactly(1, 2);
        assertThat(Database.count("configuration_version", scene.environment, "true"))
                .isEqualTo(2);
    }
}
