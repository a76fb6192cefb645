package io.firstfill.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A component of the stack that runs in processes of its own. */
public interface Component {
    String name();

    Path log();

    /** Starts the process and returns when it exists; the component need not be ready to serve yet. */
    void start();

    boolean alive();

    /** Completes when the process that runs now ends, whatever the reason; fails when none was started. */
    CompletableFuture<?> exit();

    /** Asks the processes to end with SIGTERM, and kills those that are left after the grace period. */
    void stop(Duration grace);

    /** The component's processes and their descendants; empty when the component is not running. */
    List<ProcessHandle> processes();

    /** Sends SIGKILL: the processes end without a chance to clean up. */
    default void kill() {
        Signals.kill(processes());
    }

    /** Sends SIGSTOP: the processes keep their connections and answer nothing until {@link #resume()}. */
    default void pause() {
        Signals.send("STOP", processes());
    }

    /** Sends SIGCONT to processes that {@link #pause()} stopped. */
    default void resume() {
        Signals.send("CONT", processes());
    }
}
