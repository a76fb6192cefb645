package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A golden file is compared in full, written only on request, and never overwritten. */
class GoldenFilesTest {
    @TempDir
    @SuppressWarnings("NullAway") // set by JUnit
    Path directory;

    @Test
    void namesEveryDifferenceAndLeavesTheFileAlone() throws Exception {
        // Given a published message
        Path file = Files.writeString(directory.resolve("filled.json"), "{\"price\":\"1.50\",\"fills\":[1,2]}");
        GoldenFiles golden = new GoldenFiles(directory, true);

        // When today's code writes another one
        assertThatThrownBy(() -> golden.assertMatches("filled", "{\"fills\":[1],\"price\":\"1.5\",\"fee\":\"0\"}"))
                // Then each place is named
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/price: expected \"1.50\" but was \"1.5\"")
                .hasMessageContaining("/fills/1: expected 2 but was nothing")
                .hasMessageContaining("/fee: expected nothing but was \"0\"");
        assertThat(file).hasContent("{\"price\":\"1.50\",\"fills\":[1,2]}");
    }

    @Test
    void writesAMissingFileOnlyWhenAskedAndFailsEvenThen() {
        // Given no file
        Path file = directory.resolve("filled.json");

        // When a run does not ask for it, then nothing is written
        assertThatThrownBy(() -> new GoldenFiles(directory, false).assertMatches("filled", "{\"a\":1}"))
                .hasMessageContaining("golden.write=true");
        assertThat(file).doesNotExist();

        // And when it does, the file appears and the run is still red
        GoldenFiles writing = new GoldenFiles(directory, true);
        assertThatThrownBy(() -> writing.assertMatches("filled", "{\"a\":1}")).hasMessageContaining("Wrote");
        assertThat(file).exists();
        writing.assertMatches("filled", "{ \"a\": 1 }");
    }
}
