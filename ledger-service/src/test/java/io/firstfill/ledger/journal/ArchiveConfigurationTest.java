package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunRejection;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Actor;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that no run starts from an archived configuration and no version is saved, whoever asks the ledger. */
@QuarkusTest
@KafkaAndPostgres
class ArchiveConfigurationTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @BeforeEach
    void aConfigurationIsSaved() {
        RecordsOnTopics.publish(fixture.save(0, "first fill"));
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 1);
    }

    @Test
    void anArchivedConfigurationIsNeitherSavedNorStartedUntilItIsBroughtBack() {
        ArchiveConfiguration archive = archive(fixture.configuration, true);
        RecordsOnTopics.publish(archive);
        ConfigurationArchived archived = RecordsOnTopics.await(fixture.environment, ConfigurationArchived.class, 1)
                .getFirst();
        RecordsOnTopics.publish(archive);
        RecordsOnTopics.await(fixture.environment, ConfigurationArchived.class, 2);

        RecordsOnTopics.publish(fixture.save(1, "second fill"), fixture.startBeforeDeadline(fixture.run));
        RunRejected start =
                RecordsOnTopics.await(fixture.environment, RunRejected.class, 1).getFirst();
        ConfigurationRejected save = RecordsOnTopics.await(fixture.environment, ConfigurationRejected.class, 1)
                .getFirst();

        assertThat(archived)
                .extracting(ConfigurationArchived::archived, ConfigurationArchived::archivedBy)
                .containsExactly(true, Actor.of("olga"));
        assertThat(RecordsOnTopics.read(fixture.environment, ConfigurationArchived.class))
                .containsOnly(archived);
        assertThat(start.reason()).isEqualTo(RunRejection.CONFIGURATION_ARCHIVED);
        assertThat(save)
                .extracting(ConfigurationRejected::reason, ConfigurationRejected::currentVersion)
                .containsExactly(ConfigurationRejection.ARCHIVED, 1);
        assertThat(LedgerDatabase.count(
                        "configuration", fixture.environment, "archived_by = 'olga' AND archive_reason = 'replaced'"))
                .isEqualTo(1);

        RecordsOnTopics.publish(
                archive(fixture.configuration, false),
                fixture.save(1, "second fill"),
                fixture.startBeforeDeadline(new RunId(UUID.randomUUID())));
        assertThat(RecordsOnTopics.await(fixture.environment, RunStarted.class, 1))
                .hasSize(1);
        assertThat(RecordsOnTopics.read(fixture.environment, ConfigurationSaved.class))
                .hasSize(2);
        assertThat(LedgerDatabase.count("configuration", fixture.environment, "archived_at IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void whatTheEnvironmentDoesNotHaveIsNotArchived() {
        LedgerFixture other = new LedgerFixture();

        RecordsOnTopics.publish(archive(new ConfigurationId(UUID.randomUUID()), true));
        RecordsOnTopics.publish(other.archive(fixture.configuration, true));

        assertThat(RecordsOnTopics.await(fixture.environment, ConfigurationRejected.class, 1))
                .extracting(ConfigurationRejected::reason)
                .containsExactly(ConfigurationRejection.UNKNOWN);
        assertThat(RecordsOnTopics.await(other.environment, ConfigurationRejected.class, 1))
                .extracting(ConfigurationRejected::reason, ConfigurationRejected::configurationId)
                .containsExactly(tuple(ConfigurationRejection.UNKNOWN, fixture.configuration));
        assertThat(LedgerDatabase.count("configuration", fixture.environment, "archived_at IS NULL"))
                .isEqualTo(1);
    }

    private ArchiveConfiguration archive(ConfigurationId configuration, boolean archived) {
        return fixture.archive(configuration, archived);
    }
}
