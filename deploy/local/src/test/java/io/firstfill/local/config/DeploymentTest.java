package io.firstfill.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves what {@code deploy/up} makes of an environments file. */
class DeploymentTest {
    private static final Path PROJECT = Path.of("/project");
    private static final String LIVE = """
            environments:
              live:
                mode: LIVE
                rest-uri: https://exchange.test:8086
                web-uri: https://exchange.test:8086
                vault-path: firstfill/live/mexc
                ceilings: {quote-amount: 5, spend: 10, trades-per-hour: 1}
              practice:
                mode: PAPER
                rest-uri: http://127.0.0.1:8086
                web-uri: http://127.0.0.1:8086
                vault-path: firstfill/practice/mexc
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void aFileReplacesTheEnvironmentsAndMakesTheStackLast() throws IOException {
        StackOptions options = StackOptions.parse(PROJECT, "--environments", file(LIVE));

        assertThat(options.environments()).containsExactly("live", "practice");
        assertThat(options.deployment().lasts()).isTrue();
        assertThat(options.deployment().live()).containsExactly("live");
        assertThat(options.realLimits()).isTrue();
        assertThat(StackOptions.parse(PROJECT).deployment().lasts()).isFalse();
        assertThat(StackOptions.parse(PROJECT, "--keep").deployment().lasts()).isTrue();
        assertThat(StackOptions.parse(PROJECT, "--keep", "--paper", "2")
                        .deployment()
                        .lasts())
                .isTrue();
    }

    /** The simulator opens accounts with generated keys; a LIVE key is always stored by a person. */
    @Test
    void onlyPaperEnvironmentsOnTheOwnSimulatorGetGeneratedKeys() throws IOException {
        Deployment deployment = StackOptions.parse(PROJECT, "--environments", file(LIVE), "--rehearse", "exchange.test")
                .deployment();

        assertThat(deployment.simulated(new Ports(8080))).containsExactly("practice");
        assertThat(deployment.simulated(new Ports(9080))).isEmpty();
    }

    @Test
    void theSimulatorStartsOnlyWhereAnEnvironmentIsOnIt() throws IOException {
        String live = LIVE.substring(0, LIVE.indexOf("  practice:"));
        Ports ports = new Ports(8080);

        assertThat(deployment(live).needsSimulator(ports)).isFalse();
        assertThat(deployment(live, "--rehearse", "exchange.test").needsSimulator(ports))
                .isTrue();
        assertThat(deployment(LIVE).needsSimulator(ports)).isTrue();
        assertThat(StackOptions.parse(PROJECT).deployment().needsSimulator(ports))
                .isTrue();
    }

    @Test
    void aFaultIsRefusedInOneSentence() {
        assertThatThrownBy(() -> deployment(LIVE.replace("spend: 10", "spent: 10")))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("environments.live.ceilings.spent is no setting");
        assertThatThrownBy(() -> deployment(LIVE.replace("https://exchange.test:8086", "http://exchange.test:8086")))
                .hasMessage("Environment live is LIVE without https.");
        assertThatThrownBy(() -> deployment(LIVE.replaceAll("    ceilings: .*\n", "")))
                .hasMessage("Environment live is LIVE without ceilings.");
        assertThatThrownBy(() -> deployment(LIVE.replace("firstfill/live/mexc", "elsewhere")))
                .hasMessageContaining("vault-path of live must be firstfill/live/mexc");
        assertThatThrownBy(() -> deployment(LIVE, "--paper", "2")).hasMessageContaining("either --paper or");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--rehearse", "exchange.test"))
                .hasMessage("--rehearse and --vault need --environments.");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--environments", "/nowhere.yaml"))
                .hasMessage("Cannot read the environments file /nowhere.yaml.");
    }

    @Test
    void aRehearsalThatWouldNotReachTheSimulatorIsRefused() throws IOException {
        assertThatThrownBy(() -> deployment(LIVE, "--rehearse", "other.test"))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("--rehearse other.test needs an environment whose rest-uri is https://other.test:8086,"
                        + " where the simulator will be.");
        assertThatThrownBy(() -> deployment(LIVE, "--rehearse", "exchange.test", "--port", "9080"))
                .hasMessageContaining("https://exchange.test:9086");
        assertThatThrownBy(
                        () -> deployment(LIVE, "--rehearse", "exchange.test", "--vault", "https://vault.example:8200"))
                .hasMessageStartingWith("--rehearse takes a --vault on this machine alone");
        assertThat(deployment(LIVE, "--rehearse", "exchange.test", "--vault", "http://127.0.0.1:8200")
                        .live())
                .containsExactly("live");
    }

    private Deployment deployment(String text, String... more) throws IOException {
        String[] arguments = new String[2 + more.length];
        arguments[0] = "--environments";
        arguments[1] = file(text);
        System.arraycopy(more, 0, arguments, 2, more.length);
        return StackOptions.parse(PROJECT, arguments).deployment();
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("environments.yaml"), text).toString();
    }
}
