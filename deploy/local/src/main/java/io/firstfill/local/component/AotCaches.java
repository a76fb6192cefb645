package io.firstfill.local.component;

import io.firstfill.local.aot.AotCache;
import io.firstfill.local.aot.AotTraining;
import io.firstfill.local.aot.QuarkusApplication;
import io.firstfill.local.aot.TrainingEnvironment;
import io.firstfill.local.config.ServiceName;
import io.firstfill.testkit.Directories;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class that {@code deploy/up} runs after a build: makes the ahead-of-time caches of those services whose jars
 * have changed. A service without a cache starts all the same, and slower: no failure here keeps the stack from
 * starting.
 */
public final class AotCaches {
    private static final long MEBIBYTE = 1024L * 1024;

    private final Path project;
    private final PrintStream out;

    private AotCaches(Path project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        Path project = Path.of(System.getProperty("firstfill.project", ".")).toAbsolutePath();
        AotCaches caches = new AotCaches(project.normalize(), System.out);
        for (ServiceName service : ServiceName.values()) {
            caches.makeUnlessFresh(service);
        }
    }

    private void makeUnlessFresh(ServiceName service) {
        List<Path> classPath = new QuarkusApplication(service.application(project)).classPath();
        AotCache cache = AotCache.of(project, service);
        if (classPath.isEmpty() || !cache.flags(classPath).isEmpty()) {
            return;
        }
        out.printf("Training the AOT cache of %s ... ", service.label());
        out.flush();
        long began = System.nanoTime();
        try {
            out.println(
                    make(service, classPath, cache)
                            ? "%.1f s, %d MiB"
                                    .formatted((System.nanoTime() - began) / 1e9, Files.size(cache.file()) / MEBIBYTE)
                            : "none was written, the service starts without; see " + cache.log());
        } catch (IOException e) {
            out.println("failed, the service starts without: " + e.getMessage());
        }
    }

    private static boolean make(ServiceName service, List<Path> classPath, AotCache cache) throws IOException {
        Path state = Files.createTempDirectory("firstfill-training");
        try {
            AotTraining training = new AotTraining(JavaCommand.JAVA, flags(service));
            boolean made = training.make(classPath, TrainingEnvironment.of(service, state), cache.file());
            if (made) {
                cache.describe(classPath);
            }
            return made;
        } finally {
            Directories.delete(state);
        }
    }

    private static List<String> flags(ServiceName service) {
        List<String> flags = new ArrayList<>(JavaCommand.FLAGS);
        flags.addAll(service.jvm());
        flags.addAll(QuarkusApplication.FLAGS);
        return flags;
    }
}
