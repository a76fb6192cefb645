package io.firstfill.testkit.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source tree of the project, whichever module's tests run. */
public final class ProjectTree {
    private ProjectTree() {}

    /**
     * Returns the directory of the Maven wrapper.
     *
     * @throws IllegalStateException where no directory above the module has one
     */
    public static Path root() {
        Path directory = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        for (Path at = directory; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("No source tree around " + directory + ": run the test in its module");
    }

    /** Returns the lines of a file, by its path from the root. */
    public static List<String> lines(String path) {
        try {
            return Files.readAllLines(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
