package io.firstfill.local.part;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A part that is one process with its own log and process file. It sees none of the launcher's environment but the
 * few variables every program needs, so nothing exported in somebody's shell changes the stack.
 */
public final class ChildProcess implements Part {
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path processes;
    private final ProcessFile file;
    private volatile @Nullable Process process;

    /** @param processes the directory of process files */
    public ChildProcess(String name, List<String> command, Map<String, String> environment, Path log, Path processes) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.processes = processes;
        this.file = new ProcessFile(processes.resolve(name));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public synchronized void start() {
        if (alive()) {
            throw new IllegalStateException(name + " is already running");
        }
        ProcessBuilder builder = new ProcessBuilder(ownSession(command))
                // What a part writes to a relative path stays with the state, not where somebody happened to stand.
                .directory(processes.resolve("..").normalize().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            file.write(started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    @Override
    public boolean alive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Completes with the exit code when the present process ends, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        Process current = process;
        return current == null
                ? CompletableFuture.failedFuture(new IllegalStateException(name + " was never started"))
                : current.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void stop(Duration grace) {
        Signals.end(processes(), grace);
        file.delete();
    }

    @Override
    public List<ProcessHandle> processes() {
        Process current = process;
        return current == null || !current.isAlive() ? List.of() : Signals.family(current.toHandle());
    }

    /** A Ctrl-C in the terminal goes to the launcher alone, which then stops the parts in their order. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }
}
