package io.firstfill.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of the build machine's Debian that an image holds: the C library, and for RocksDB the one of C++. The image
 * has the packages' descriptions and copyrights, too, where scanners for vulnerabilities look for them.
 *
 * @param work a directory for the descriptions
 */
record DebianPackages(Machine machine, Path work) {
    static final String C = "libc6";
    static final List<String> OF_GLIBC =
            List.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1");

    /** The package of each library that a JVM or RocksDB loads; the JVM brings all others. */
    private static final Map<String, List<String>> LIBRARIES =
            Map.of(C, OF_GLIBC, "libstdc++6", List.of("libstdc++.so.6"), "libgcc-s1", List.of("libgcc_s.so.1"));

    /** From this version on host names are resolved within libc itself, without further files. */
    private static final int LOWEST_MINOR = 34;

    /** The packages that a program needs. */
    static List<String> of(boolean cplusplus) {
        return cplusplus ? List.of(C, "libgcc-s1", "libstdc++6") : List.of(C);
    }

    /**
     * The files of the packages.
     *
     * @throws PackagingException where the machine is no Debian, a package is missing, or glibc is older than 2.34
     */
    List<ImageFile> files(List<String> packages) throws IOException, InterruptedException {
        requireGlibc(version(C));
        List<ImageFile> files = new ArrayList<>();
        files.add(ImageFile.executable(real(Path.of(machine.loader())), machine.loader()));
        for (String name : packages) {
            for (String library : LIBRARIES.getOrDefault(name, List.of())) {
                String path = "/lib/" + machine.triplet() + "/" + library;
                files.add(ImageFile.executable(library(library), path));
            }
            files.add(ImageFile.readable(description(name), "/var/lib/dpkg/status.d/" + name));
            files.add(ImageFile.readable(
                    real(Path.of("/usr/share/doc", name, "copyright")), "/usr/share/doc/" + name + "/copyright"));
        }
        files.add(ImageFile.readable(real(Path.of("/etc/os-release")), "/etc/os-release"));
        return files;
    }

    /** The version of an installed package: {@code 2.36-9+deb12u14}. */
    String version(String name) throws IOException, InterruptedException {
        return Command.output(List.of("dpkg-query", "-W", "-f=${Version}", name))
                .map(String::strip)
                .filter(version -> !version.isEmpty())
                .orElseThrow(() -> new PackagingException("The package " + name
                        + " is not installed: images are built on Debian 12 or later, or on an Ubuntu of its age."));
    }

    static void requireGlibc(String version) {
        String[] parts = version.split("[.-]", 3);
        if (parts.length < 2 || !parts[0].equals("2") || Integer.parseInt(parts[1]) < LOWEST_MINOR) {
            throw new PackagingException("The build machine has glibc " + version + "; images need 2." + LOWEST_MINOR
                    + " or later, which Debian 12 has.");
        }
    }

    private Path library(String name) throws IOException {
        for (String directory : List.of("/lib/", "/usr/lib/")) {
            Path file = Path.of(directory + machine.triplet(), name);
            if (Files.exists(file)) {
                return real(file);
            }
        }
        throw new PackagingException("No " + name + " in the directories of " + machine.triplet() + ".");
    }

    private Path description(String name) throws IOException, InterruptedException {
        String status = Command.output(List.of("dpkg-query", "-s", name))
                .orElseThrow(() -> new PackagingException("The package " + name + " is not installed."));
        Path file = Files.createDirectories(work.resolve("packages")).resolve(name);
        return Files.writeString(file, status);
    }

    /** The file behind the links: an image has the file at the link's place. */
    private static Path real(Path file) throws IOException {
        return file.toRealPath();
    }
}
