package io.firstfill.local.aot;

import io.firstfill.local.config.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of an ahead-of-time cache and, beside it, the file that names the JVM and the jars it was made with.
 *
 * @param file in {@code target} of the service, which a clean build deletes
 */
public record AotCache(Path file) {
    /** The cache of a service that {@code deploy/up} starts. */
    public static AotCache of(Path project, ServiceName service) {
        return new AotCache(
                project.resolve(service.label()).resolve(Path.of("target", "aot", service.label() + ".aot")));
    }

    /**
     * The flags that have the JVM use the cache; none where the cache is missing or was made by another JVM or of other
     * jars. The JVM examines the cache itself, and starts without one that does not fit: that of another collector.
     */
    public List<String> flags(List<Path> classPath) {
        return isOf(classPath) ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Whether the cache exists and was made by this JVM of these jars, none of which has changed since. */
    boolean isOf(List<Path> classPath) {
        Path stamp = stamp();
        try {
            return Files.exists(file)
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(description(classPath));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The output of the training run. */
    public Path log() {
        return file.resolveSibling(file.getFileName() + ".log");
    }

    /** Writes what the cache was made of. */
    public void describe(List<Path> classPath) throws IOException {
        Files.writeString(stamp(), description(classPath));
    }

    private Path stamp() {
        return file.resolveSibling(file.getFileName() + ".of");
    }

    private static String description(List<Path> classPath) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version") + " "
                + System.getProperty("java.vm.vendor") + " " + System.getProperty("java.home") + "\n");
        for (Path jar : classPath) {
            text.append(jar)
                    .append(' ')
                    .append(Files.size(jar))
                    .append(' ')
                    .append(Files.getLastModifiedTime(jar).toMillis())
                    .append('\n');
        }
        return text.toString();
    }
}
