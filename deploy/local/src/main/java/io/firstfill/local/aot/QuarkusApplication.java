package io.firstfill.local.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service as the build leaves it: Quarkus's fast-jar, which is started from a flat class path where it has an
 * ahead-of-time cache. The own class loader of the fast-jar would keep the classes of the application out of the cache.
 *
 * @param directory the directory {@code quarkus-app}
 */
public record QuarkusApplication(Path directory) {
    public static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";
    /** What the manifest of {@code quarkus-run.jar} opens. */
    public static final List<String> FLAGS = List.of("--add-opens=java.base/java.lang=ALL-UNNAMED");

    /** The directories with jars in the order in which a class is looked for: what the build generated comes first. */
    private static final List<String> DIRECTORIES = List.of("quarkus", "app", "lib/boot", "lib/main");

    /** What starts the service without a cache. */
    public Path startJar() {
        return directory.resolve("quarkus-run.jar");
    }

    /** The jars of each directory by name; before all {@code transformed-bytecode.jar}, which replaces classes. */
    public List<Path> classPath() {
        List<Path> jars = new ArrayList<>();
        DIRECTORIES.forEach(name -> jars.addAll(jars(directory.resolve(name))));
        jars.sort((a, b) -> Boolean.compare(isTransformed(b), isTransformed(a)));
        return List.copyOf(jars);
    }

    private static boolean isTransformed(Path jar) {
        return jar.endsWith("transformed-bytecode.jar");
    }

    private static List<Path> jars(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
