package io.firstfill.local.aot;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Makes an ahead-of-time cache by a training run: starts the service without anything that it depends on, ends it once
 * it has started or has given up, and has the JVM write what it loaded. Nothing of a training run leaves the machine:
 * every address in its environment is a closed port.
 *
 * @param java the executable of the JVM that will use the cache
 * @param flags the JVM flags that the service is started with
 */
public record AotTraining(Path java, List<String> flags) {
    private static final String STARTED = " started in ";
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR");
    /** How long the service may take until it has started; what it has loaded by then is cached all the same. */
    private static final long START_SECONDS = 90;
    /** How long the end may take: the JVM assembles the cache in a second process before it ends. */
    private static final long END_SECONDS = 120;

    public AotTraining {
        flags = List.copyOf(flags);
    }

    /**
     * Trains and writes the cache.
     *
     * @param environment the variables of the service
     * @param cache the file of the cache; what was there is replaced
     * @return false where the JVM wrote none; the log beside the cache says why
     */
    public boolean make(List<Path> classPath, Map<String, String> environment, Path cache) throws IOException {
        Files.createDirectories(parent(cache));
        Files.deleteIfExists(cache);
        ProcessBuilder builder = new ProcessBuilder(command(classPath, cache))
                .directory(parent(cache).toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        Process service = builder.start();
        // By its handle: a process that is ended by itself closes the stream that is still read.
        ProcessHandle handle = service.toHandle();
        after(START_SECONDS).execute(handle::destroy);
        after(START_SECONDS + END_SECONDS).execute(handle::destroyForcibly);
        try (BufferedReader lines = service.inputReader(StandardCharsets.UTF_8);
                BufferedWriter log = Files.newBufferedWriter(new AotCache(cache).log())) {
            follow(lines, log, handle);
        }
        service.onExit().join();
        // Left by a JVM that could not assemble it.
        Files.deleteIfExists(cache.resolveSibling(cache.getFileName() + ".config"));
        return Files.exists(cache);
    }

    /** Copies the output until its end, and asks the service to end once it has started. */
    private static void follow(BufferedReader lines, BufferedWriter log, ProcessHandle service) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.write(line);
            log.newLine();
            if (line.contains(STARTED)) {
                service.destroy();
            }
        }
    }

    private List<String> command(List<Path> classPath, Path cache) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(flags);
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(List.of("-cp", joined(classPath), QuarkusApplication.MAIN_CLASS));
        return command;
    }

    /** The jars as the JVM takes them. */
    public static String joined(List<Path> classPath) {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    private static Executor after(long seconds) {
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("No directory: " + file);
        }
        return parent;
    }
}
