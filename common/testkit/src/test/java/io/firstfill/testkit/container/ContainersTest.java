package io.firstfill.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Proves when the servers of the tests are containers. */
class ContainersTest {
    private static boolean mustNotBeAsked() {
        throw new AssertionError("Asking Docker takes seconds");
    }

    @Test
    void containersAreTakenWhereDockerAnswers() {
        assertThat(Containers.choose("auto", true, true, () -> true).inUse()).isTrue();
        assertThat(Containers.choose("true", true, true, () -> true).inUse()).isTrue();
        assertThat(Containers.choose("false", true, true, ContainersTest::mustNotBeAsked)
                        .inUse())
                .isFalse();
    }

    @Test
    void embeddedServersAreTakenOtherwiseWithoutWaitingForDocker() {
        assertThat(Containers.choose("auto", true, false, ContainersTest::mustNotBeAsked))
                .isEqualTo(new Containers.Choice(false, "No Docker answers on this machine."));
        assertThat(Containers.choose("auto", true, true, () -> false).inUse()).isFalse();
        assertThat(Containers.choose("auto", false, true, ContainersTest::mustNotBeAsked)
                        .why())
                .contains("no Testcontainers");
    }

    @Test
    void containersThatAreWantedAndCannotBeHadAreAnErrorNotASkippedTest() {
        assertThatThrownBy(() -> Containers.choose("true", true, true, () -> false))
                .hasMessageContaining("firstfill.test.containers=true: No Docker answers");
        assertThatThrownBy(() -> Containers.choose("yes", true, true, () -> true))
                .hasMessageContaining("true, false or auto, not yes");
    }

    @Test
    void aSettingOfTheBrokerBecomesTheVariableOfItsImage() {
        assertThat(ContainerServers.environmentVariable("transaction.state.log.min.isr"))
                .isEqualTo("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR");
    }
}
