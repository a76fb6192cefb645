package io.firstfill.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.state.StateDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the state directory holds the environments that were confirmed, and that a LIVE one is not emptied. */
class LiveStateTest {
    private static final String PAPER = """
            environments:
              live:
                mode: PAPER
                rest-uri: http://127.0.0.1:8086
                web-uri: http://127.0.0.1:8086
                vault-path: firstfill/live/mexc
            """;
    private static final String LIVE = """
            environments:
              live:
                mode: LIVE
                rest-uri: https://api.mexc.com
                web-uri: https://www.mexc.com
                vault-path: firstfill/live/mexc
                ceilings: {quote-amount: 5, spend: 10, trades-per-hour: 1}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void theServicesReadTheFileThatWasCheckedAndNotWhatItBecame() throws IOException {
        // Given the options of a paper environment, whose name nobody has to type
        StackOptions options = StackOptions.parse(
                        directory, "--environments", file(PAPER).toString())
                .withState(state())
                .withPort(FreePorts.base());

        // When the file becomes LIVE before the stack starts
        file(LIVE);

        // Then what the services read is still the paper environment
        try (Supervisor supervisor = Supervisor.acquire(options, LiveStart.NONE, Progress.SILENT)) {
            assertThat(supervisor.state().environments()).hasContent(PAPER);
        }
    }

    @Test
    void aStartWithoutAFileLeavesNoneOfAnEarlierStart() {
        try (StateDirectory directory = StateDirectory.lock(state())) {
            directory.keepEnvironments(PAPER);
            assertThat(directory.environments()).hasContent(PAPER);

            directory.keepEnvironments(null);

            assertThat(directory.environments()).doesNotExist();
        }
    }

    @Test
    void freshDeletesNothingOfALiveEnvironment() throws IOException {
        Path journal = journal();
        StackOptions options = StackOptions.parse(
                        directory, "--fresh", "--environments", file(LIVE).toString())
                .withState(state());
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Launcher.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Typed(false),
                "--fresh",
                "--environments",
                directory.resolve("environments.yaml").toString(),
                "--state",
                state().toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("--fresh would delete the journal, the orders in doubt and the key of a LIVE"
                        + " environment: start without it, give another --state, or move " + state() + " away.");
        assertThatThrownBy(() -> Supervisor.acquire(options, LiveStart.NONE, Progress.SILENT))
                .hasMessageStartingWith("--fresh would delete");
        assertThat(journal).exists();
    }

    /** The demonstration is what people start by --fresh, in the directory that is everyone's default. */
    @Test
    void freshOfADemonstrationDeletesNothingOfAnEarlierLiveStart() throws IOException {
        Path journal = journal();
        Files.writeString(state().resolve("environments.yaml"), LIVE);
        StackOptions demonstration =
                StackOptions.defaults(directory).withState(state()).withFreshState();

        assertThatThrownBy(() -> FreshStart.require(demonstration)).isInstanceOf(StartFailedException.class);

        Files.delete(state().resolve("environments.yaml"));
        FreshStart.require(demonstration);
        Files.writeString(Files.createDirectories(state().resolve("secrets")).resolve("vault.sealed"), "");
        assertThatThrownBy(() -> FreshStart.require(demonstration)).isInstanceOf(StartFailedException.class);
        assertThat(journal).exists();
    }

    @Test
    void freshIsNoFaultWhereNothingIsHeld() throws IOException {
        FreshStart.require(StackOptions.parse(
                        directory, "--fresh", "--environments", file(LIVE).toString())
                .withState(state()));
        journal();
        FreshStart.require(StackOptions.parse(
                        directory, "--fresh", "--environments", file(PAPER).toString())
                .withState(state()));
    }

    private Path state() {
        return directory.resolve("state");
    }

    private Path journal() throws IOException {
        return Files.createDirectories(state().resolve("data").resolve("postgres"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("environments.yaml"), text);
    }
}
