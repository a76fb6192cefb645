package io.firstfill.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.value.Actor;
import io.firstfill.ledger.LedgerFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a configuration is neither archived nor brought back after the caller was told that it is not. */
class ArchiveDecisionTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandThatIsReadAfterItsDeadlineIsNotObeyed(boolean archived) {
        ArchiveConfiguration command = new ArchiveConfiguration(
                LedgerFixture.meta(LedgerFixture.T0),
                EnvironmentId.of("paper"),
                Actor.of("rita"),
                ConfigurationId.derivedFrom("one"),
                archived,
                "test",
                LedgerFixture.T0);

        assertThat(ArchiveDecision.decide(command, true, LedgerFixture.T0)).isInstanceOf(ConfigurationArchived.class);
        assertThat(ArchiveDecision.decide(command, true, LedgerFixture.T0.plusMillis(1)))
                .isInstanceOfSatisfying(
                        ConfigurationRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(ConfigurationRejection.EXPIRED));
    }
}
