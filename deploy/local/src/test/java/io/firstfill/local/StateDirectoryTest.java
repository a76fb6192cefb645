package io.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @Test
    void aSecondStartOnTheSameStateIsOneSentenceAndExitCodeOne(@TempDir Path root) {
        // Given a stack that holds the directory
        StateDirectory held = StateDirectory.take(root);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        // When another is started on it
        int code = Launcher.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                "--state",
                root.toString());

        // Then it says so and goes
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8).strip().lines())
                .containsExactly("A stack is already running on " + root
                        + ": stop it first, or give this one another --state and --port.");
        held.close();
        StateDirectory.take(root).close();
    }

    @Test
    void aWipeForgetsEverythingButStaysLocked(@TempDir Path root) throws Exception {
        try (StateDirectory state = StateDirectory.take(root)) {
            // Given state of a former run
            Path old = Files.writeString(state.secrets().resolve("vault.json"), "{}");

            // When it is wiped
            state.wipe();

            // Then it is gone, and nobody else can have the directory meanwhile
            assertThat(old).doesNotExist();
            assertThatThrownBy(() -> StateDirectory.take(root)).isInstanceOf(StartFailed.class);
        }
    }
}
