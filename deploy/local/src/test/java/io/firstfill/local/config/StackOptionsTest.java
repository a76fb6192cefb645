package io.firstfill.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves that every option of the help text is understood and that anything else is refused with one sentence. */
class StackOptionsTest {
    private static final Path PROJECT = Path.of("/project");

    @Test
    void readsEveryOptionOfTheHelpText() {
        StackOptions options = StackOptions.parse(
                PROJECT,
                "--port",
                "9000",
                "--state",
                "/elsewhere",
                "--fresh",
                "--no-demo",
                "--no-services",
                "--paper",
                "3",
                "--instances",
                "2",
                "--jvm",
                "trader-service=-Xmx1g -XX:+UseZGC");

        assertThat(options.ports().service(ServiceName.LEDGER)).isEqualTo(9015);
        assertThat(options.state()).isEqualTo(Path.of("/elsewhere"));
        assertThat(options.fresh()).isTrue();
        assertThat(options.demo()).isFalse();
        assertThat(options.services()).isEmpty();
        assertThat(options.environments()).containsExactly("paper", "paper2", "paper3");
        assertThat(options.jvm().get("trader-service")).containsExactly("-Xmx1g", "-XX:+UseZGC");
        assertThat(UpHelp.text())
                .contains(
                        "--port",
                        "--state",
                        "--fresh",
                        "--no-demo",
                        "--no-services",
                        "--jvm",
                        "--paper",
                        "--instances",
                        "8095  ledger-service");
    }

    @Test
    void withoutArgumentsThereIsOneEnvironmentAndOneInstanceOfEachService() {
        StackOptions options = StackOptions.parse(PROJECT);

        assertThat(options.environments()).containsExactly("paper");
        assertThat(options.serviceInstances())
                .containsExactlyElementsOf(Stream.of(ServiceName.values())
                        .map(ServiceInstance::first)
                        .toList());
        assertThat(options.egressAddresses().of("paper")).isEmpty();
    }

    @Test
    void aSecondInstanceIsStartedOfTheServicesThatShareTheEnvironments() {
        assertThat(StackOptions.parse(PROJECT, "--instances", "2").serviceInstances())
                .extracting(ServiceInstance::label)
                .containsExactly(
                        "control-service",
                        "scanner-service",
                        "trader-service",
                        "risk-service",
                        "ledger-service",
                        "scanner-service-1",
                        "trader-service-1",
                        "risk-service-1");
    }

    @Test
    void everyEnvironmentLeavesByAnAddressOfItsOwn() {
        EgressAddresses addresses = StackOptions.parse(PROJECT, "--paper", "3").egressAddresses();

        assertThat(addresses.of("paper")).isEmpty();
        assertThat(addresses.of("paper2")).contains("127.0.0.2");
        assertThat(addresses.of("paper3")).contains("127.0.0.3");
    }

    @Test
    void refusesUnknownOptionsAndBadValues() {
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--prot", "9000"))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--port")).hasMessage("--port needs a value.");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--port", "web")).hasMessageContaining("not web");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--port", "65530")).hasMessageContaining("between");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--paper", "0")).hasMessageContaining("between 1 and");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--instances", "3"))
                .hasMessageContaining("1 or 2");
    }
}
