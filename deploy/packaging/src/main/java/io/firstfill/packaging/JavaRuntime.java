package io.firstfill.packaging;

import io.firstfill.testkit.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java runtime of the images: those modules of the build's JDK that the services use, linked once for all of them.
 * It is the JVM of the build, so a new JDK on the build machine makes new images.
 *
 * @param home the directory of the linked runtime
 */
record JavaRuntime(Path home) {
    static final String PATH = "/opt/java";

    /**
     * What {@code jdeps} finds in the jars of the services ({@code RuntimeModulesIT}), and what is found by name only:
     * names of hosts in DNS records, Kerberos of the database driver, flight recordings, zip files as file systems.
     */
    static final List<String> MODULES = List.of(
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.rmi",
            "java.scripting",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.jfr",
            "jdk.management",
            "jdk.management.jfr",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.security.auth",
            "jdk.security.jgss",
            "jdk.unsupported",
            "jdk.zipfs");

    /** Links the runtime unless the directory has one of the same JDK and modules. */
    static JavaRuntime link(Path jdk, Path work) throws IOException, InterruptedException {
        Path home = work.resolve("runtime");
        Path stamp = work.resolve("runtime.of");
        String wanted = Runtime.version() + " " + jdk + " " + MODULES;
        if (Files.exists(home) && Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return new JavaRuntime(home);
        }
        Directories.delete(home);
        Files.createDirectories(work);
        Command.run(List.of(
                jdk.resolve(Path.of("bin", "jlink")).toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                home.toString()));
        Files.writeString(stamp, wanted);
        return new JavaRuntime(home);
    }

    Path java() {
        return home.resolve(Path.of("bin", "java"));
    }

    ImageLayer layer() throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            return new ImageLayer(
                    "Java runtime",
                    tree.filter(Files::isRegularFile).sorted().map(this::file).toList());
        }
    }

    private ImageFile file(Path source) {
        String path = PATH + "/" + home.relativize(source);
        return Files.isExecutable(source) || path.endsWith(".so")
                ? ImageFile.executable(source, path)
                : ImageFile.readable(source, path);
    }
}
