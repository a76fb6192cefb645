package io.firstfill.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.state.StateDirectory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that one launcher at a time uses a state directory, also while the directory is wiped. */
class StateDirectoryTest {

    @Test
    void aSecondStartOnTheSameStateIsOneSentenceAndExitCodeOne(@TempDir Path root) {
        // Given a stack that has locked the directory
        StateDirectory locked = StateDirectory.lock(root);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        // When another is started on it
        int code = Launcher.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                new Typed(false),
                "--state",
                root.toString());

        // Then it prints one sentence and ends
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8).strip().lines())
                .containsExactly("A stack is already running on " + root
                        + ": stop it first, or give this one another --state and --port.");
        locked.close();
        StateDirectory.lock(root).close();
    }

    @Test
    void aWipeDeletesEverythingButTheLock(@TempDir Path root) throws Exception {
        try (StateDirectory state = StateDirectory.lock(root)) {
            // Given state of an earlier run
            Path old = Files.writeString(state.secrets().resolve("vault.json"), "{}");

            // When it is wiped
            state.wipe();

            // Then the state is gone, and no other launcher can lock the directory meanwhile
            assertThat(old).doesNotExist();
            assertThatThrownBy(() -> StateDirectory.lock(root)).isInstanceOf(StartFailedException.class);
        }
    }
}
