package io.firstfill.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Sends signals to processes and waits for their end. */
final class Signals {
    /** How long a process may take to disappear after SIGKILL. */
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);

    private Signals() {}

    /** The process and all its descendants, parents first. */
    static List<ProcessHandle> withDescendants(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }

    static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes, KILL_TIMEOUT);
    }

    /** Sends SIGTERM to all processes and kills those that are left after the grace period. */
    static void end(List<ProcessHandle> processes, Duration grace) {
        end(processes, processes, grace);
    }

    /**
     * Sends SIGTERM to some processes, which are expected to end all the others, and kills those that are left after
     * the grace period.
     */
    static void end(List<ProcessHandle> terminated, List<ProcessHandle> all, Duration grace) {
        // A process stopped by SIGSTOP would not act on SIGTERM.
        send("CONT", all);
        terminated.forEach(ProcessHandle::destroy);
        if (!awaitEnd(all, grace)) {
            kill(all);
        }
    }

    static void send(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.stream().filter(ProcessHandle::isAlive).forEach(p -> command.add(Long.toString(p.pid())));
        if (command.size() == 2) {
            return;
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitEnd(List<ProcessHandle> processes, Duration time) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A process handle failed instead of ending", e);
        }
    }
}
