package io.firstfill.local.launch;

import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.terminal.EchoedInputException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A Ctrl-C, or a SIGTERM, at any moment of a command: what runs is stopped, and one line is printed. What fails because
 * it is being stopped says nothing.
 */
final class StopSignal {
    /** The work of the command; returns its exit code. */
    @FunctionalInterface
    interface Work {
        int run() throws InterruptedException;
    }

    private final PrintStream out;
    private final PrintStream err;
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    private final AtomicBoolean received = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();

    StopSignal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Sets what stops everything. */
    void onStop(Runnable action) {
        stop.set(action);
    }

    /** Has something stop before what stops already. */
    void stopFirst(Runnable action) {
        stop.updateAndGet(rest -> () -> {
            action.run();
            rest.run();
        });
    }

    /** The signal has come, or the process exits by itself. Returns when everything has stopped. */
    void receive() {
        if (!finished.get() && received.compareAndSet(false, true)) {
            out.println("Stopping everything.");
        }
        Objects.requireNonNull(stop.get()).run();
    }

    boolean received() {
        return received.get();
    }

    /** Runs the work and says in one line why it ended early, unless that is the signal. */
    int run(Work work) {
        int code = 1;
        try {
            code = work.run();
        } catch (StartFailedException | EchoedInputException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail("It failed: " + e + ".");
        }
        if (!received.get()) {
            finished.set(true);
        }
        return code;
    }

    /** Prints a line about a failure, unless everything is being stopped. */
    void fail(String sentence) {
        if (!received.get()) {
            err.println(sentence);
        }
    }

    /** A progress that says nothing once the signal has come. */
    Progress quieting(Progress progress) {
        return new Progress() {
            @Override
            public void ready(String component, Duration elapsed) {
                if (!received.get()) {
                    progress.ready(component, elapsed);
                }
            }

            @Override
            public void message(String sentence) {
                if (!received.get()) {
                    progress.message(sentence);
                }
            }
        };
    }
}
