package io.firstfill.packaging;

import io.firstfill.testkit.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** Libraries for a screen or a loudspeaker, which come with java.desktop and which no service loads. */
    private static final Set<String> NEVER_LOADED = Set.of("libawt_xawt.so", "libjsound.so", "libsplashscreen.so");

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
        requireOwnLibraries(home);
        Files.writeString(stamp, wanted);
        return new JavaRuntime(home);
    }

    /** @throws PackagingException where a library of the runtime needs one that the images do not have */
    static void requireOwnLibraries(Path home) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(home)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        Set<String> provided = new HashSet<>(DebianPackages.OF_GLIBC);
        files.forEach(file -> provided.add(name(file)));
        Set<String> missing = new TreeSet<>();
        for (Path file : files) {
            if (!NEVER_LOADED.contains(name(file))) {
                missing.addAll(ElfFile.needed(file));
            }
        }
        missing.removeIf(library -> provided.contains(library) || library.startsWith("ld-linux-"));
        if (!missing.isEmpty()) {
            throw new PackagingException("This JDK needs " + String.join(", ", missing)
                    + " of its system, which the images do not have: build with a JDK that brings its own libraries,"
                    + " such as Eclipse Temurin 25.");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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
