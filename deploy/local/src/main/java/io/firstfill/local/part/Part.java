package io.firstfill.local.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One part of the stack that lives in processes of its own. */
public interface Part {
    String name();

    Path log();

    /** Returns when the process exists; whether it serves anybody is another question. */
    void start();

    boolean alive();

    /** Asks it to end, and ends it when the grace is over. */
    void stop(Duration grace);

    /** Its processes and their descendants; empty when it is not running. */
    List<ProcessHandle> processes();

    /** SIGKILL: no last words. */
    default void kill() {
        Signals.kill(processes());
    }

    /** SIGSTOP: it keeps its connections and answers nobody. */
    default void pause() {
        Signals.send("STOP", processes());
    }

    default void resume() {
        Signals.send("CONT", processes());
    }
}
