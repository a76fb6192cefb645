package io.firstfill.local.part;

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

/** What one process can tell another. */
final class Signals {
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private Signals() {}

    /** The process and everything it started, parents first. */
    static List<ProcessHandle> family(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }

    static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes, LAST_WAIT);
    }

    /** Asks all of them to end; whoever is left after the grace is killed. */
    static void end(List<ProcessHandle> processes, Duration grace) {
        end(processes, processes, grace);
    }

    /** Asks some, whose end is to end all the others; whoever is left after the grace is killed. */
    static void end(List<ProcessHandle> asked, List<ProcessHandle> all, Duration grace) {
        // A stopped process would never see the request.
        send("CONT", all);
        asked.forEach(ProcessHandle::destroy);
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
