package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that what the store answers is what its file holds. */
class SecretStoreTest {
    private static final String PATH = "firstfill/live/mexc";
    private static final JsonObject FIRST = new JsonObject().put("api-key", "first");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void aChangeThatCannotBeSavedIsNotMade() throws IOException {
        SecretStore store = new SecretStore(directory.resolve("vault.json"));
        store.write(PATH, FIRST, Instant.EPOCH);
        // Given a directory with content in the place of the next file
        Path blocked = directory.resolve("vault.json.next");
        Files.createFile(Files.createDirectories(blocked).resolve("in-the-way"));

        assertThatThrownBy(() -> store.write(PATH, new JsonObject().put("api-key", "second"), Instant.EPOCH))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store.deleteNewest(PATH, Instant.EPOCH)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store.deleteAll(PATH)).isInstanceOf(UncheckedIOException.class);

        assertThat(store.read(PATH)).contains(FIRST);
        assertThat(store.currentVersion(PATH)).isEqualTo(1);
        assertThat(new SecretStore(directory.resolve("vault.json")).read(PATH)).contains(FIRST);
    }
}
