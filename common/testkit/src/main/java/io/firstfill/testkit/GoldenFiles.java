package io.firstfill.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares JSON with the JSON that was once published, {@code src/test/resources/golden/<name>.json}. A file is added
 * and never edited. A missing file is written with {@code -Dgolden.write=true}; the run that writes it still fails,
 * so that the file is read before it is committed.
 */
public final class GoldenFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path directory;
    private final boolean write;

    GoldenFiles(Path directory, boolean write) {
        this.directory = directory;
        this.write = write;
    }

    /** Returns the golden files of the module whose tests run. */
    public static GoldenFiles ofModule() {
        return new GoldenFiles(Path.of("src", "test", "resources", "golden"), Boolean.getBoolean("golden.write"));
    }

    /** Returns the file's text, for reading an old message with today's code. */
    public String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("No golden file " + file(name), e);
        }
    }

    /** Fails with each place that differs, unless the JSON equals the file's; the order of keys does not count. */
    public void assertMatches(String name, String json) {
        if (!Files.exists(file(name))) {
            throw missing(name, json);
        }
        List<String> differences = JsonDifference.between(tree(read(name)), tree(json));
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "Published JSON changed, " + file(name) + " differs:\n  " + String.join("\n  ", differences));
        }
    }

    private AssertionError missing(String name, String json) {
        if (!write) {
            return new AssertionError(
                    "No golden file " + file(name) + ". Run once with -Dgolden.write=true and read what it wrote.");
        }
        try {
            Files.createDirectories(directory);
            String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(json));
            Files.writeString(file(name), pretty + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AssertionError("Wrote " + file(name) + ". Read it, commit it, and run again without golden.write.");
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }
}
