package io.firstfill.local.process;

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
 * A component that is one child process with a log and a process file of its own. The process inherits only those
 * variables of the launcher's environment that every program needs, so that a variable exported in the user's shell
 * does not change the stack.
 */
public final class ChildProcess implements Component {
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path processes;
    private final PidFile file;
    private volatile @Nullable Process process;

    /** @param processes the directory of the process files */
    public ChildProcess(String name, List<String> command, Map<String, String> environment, Path log, Path processes) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.processes = processes;
        this.file = new PidFile(processes.resolve(name));
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
                // A file that the process writes to a relative path belongs to the state directory, not to the
                // directory in which the user started the launcher.
                .directory(processes.resolve("..").normalize().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            recorded(started);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Ends the process when its file cannot be written: no later launcher would find it as an orphan. */
    private void recorded(Process started) {
        try {
            file.write(started.toHandle());
        } catch (RuntimeException e) {
            Signals.kill(Signals.withDescendants(started.toHandle()));
            throw e;
        }
    }

    @Override
    public boolean alive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Completes with the exit code. */
    @Override
    public CompletableFuture<Integer> exit() {
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
        return current == null || !current.isAlive() ? List.of() : Signals.withDescendants(current.toHandle());
    }

    /**
     * Puts the process into a session of its own: a Ctrl-C in the terminal then reaches the launcher alone, which stops
     * the components in their order.
     */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }
}
