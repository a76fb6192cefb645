package io.firstfill.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The options of {@code deploy/image}.
 *
 * @param names the programs whose images are built
 * @param version the tag
 * @param work a directory for what is built on the way, which makes the next build faster
 * @param output where the archives are written
 * @param withCache whether the images get an ahead-of-time cache
 */
public record PackagingOptions(
        Path project, List<String> names, String version, Source source, Path work, Path output, boolean withCache) {
    public PackagingOptions {
        names = List.copyOf(names);
    }

    /** All images of the tree, with caches, in {@code target/images}. */
    public static PackagingOptions defaults(Path project, String version) throws IOException, InterruptedException {
        Path root = project.toAbsolutePath().normalize();
        Path output = root.resolve(Path.of("target", "images"));
        return new PackagingOptions(
                root, Program.names(), version, Source.of(root), output.resolve("work"), output, true);
    }

    /**
     * Reads the command line.
     *
     * @throws PackagingException for an unknown option
     */
    static PackagingOptions parse(Path project, String version, String... arguments)
            throws IOException, InterruptedException {
        PackagingOptions options = defaults(project, version);
        List<String> names = new ArrayList<>();
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            String argument = remaining.pop();
            if (argument.startsWith("--")) {
                options = options.with(argument, remaining);
            } else {
                names.add(argument);
            }
        }
        return names.isEmpty() ? options : options.withNames(names);
    }

    private PackagingOptions with(String option, Deque<String> remaining) {
        return switch (option) {
            case "--no-cache" -> withoutCache();
            case "--out" -> withOutput(Path.of(value(option, remaining)).toAbsolutePath());
            case "--tag" ->
                new PackagingOptions(project, names, value(option, remaining), source, work, output, withCache);
            default -> throw new PackagingException("Unknown option " + option + "; --help lists them all.");
        };
    }

    public PackagingOptions withNames(List<String> wanted) {
        return new PackagingOptions(project, wanted, version, source, work, output, withCache);
    }

    public PackagingOptions withoutCache() {
        return new PackagingOptions(project, names, version, source, work, output, false);
    }

    /** Writes the archives to another directory, and what is built on the way to one below it. */
    public PackagingOptions withOutput(Path directory) {
        return new PackagingOptions(project, names, version, source, directory.resolve("work"), directory, withCache);
    }

    private static String value(String option, Deque<String> remaining) {
        if (remaining.isEmpty()) {
            throw new PackagingException(option + " needs a value.");
        }
        return remaining.pop();
    }

    static String help() {
        return """
                deploy/image [options] [NAME...]   builds container images as OCI archives, without a container engine

                  NAME          %s (default: all)
                  --no-cache    without the ahead-of-time cache: slower to start, and the same digest on every build
                                of the same commit with the same JDK and Debian packages
                  --tag TAG     the images' tag (default: the version of the build)
                  --out DIR     where the archives are written (default target/images)
                  --help        this text

                podman load -i target/images/scanner-service.tar      or: skopeo copy oci-archive:FILE docker://REGISTRY/…
                """.formatted(String.join(" ", Program.names()));
    }
}
