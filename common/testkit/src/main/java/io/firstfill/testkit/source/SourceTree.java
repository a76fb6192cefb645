package io.firstfill.testkit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files of one module. */
record SourceTree(Path base) {
    /** The module whose tests run: Surefire names its directory, an IDE starts in it. */
    static SourceTree ofModule() {
        SourceTree module = new SourceTree(Path.of(System.getProperty("basedir", "")));
        if (module.main().isEmpty() && module.tests().isEmpty()) {
            throw new IllegalStateException(
                    "No Java source under " + module.base.toAbsolutePath() + "/src: run the test in its module");
        }
        return module;
    }

    List<SourceFile> main() {
        return files("src/main/java", ".java");
    }

    List<SourceFile> tests() {
        return files("src/test/java", ".java");
    }

    /** Main and test sources. */
    List<SourceFile> java() {
        return Stream.concat(main().stream(), tests().stream()).toList();
    }

    /** The configuration files of main and test resources. */
    List<SourceFile> settings() {
        return Stream.of("src/main/resources", "src/test/resources")
                .flatMap(root -> Stream.of("application.properties", "microprofile-config.properties")
                        .flatMap(name -> files(root, name).stream()))
                .toList();
    }

    private List<SourceFile> files(String root, String ending) {
        Path directory = base.resolve(root);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(path -> SourceFile.read(base, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources under " + directory, e);
        }
    }
}
