package io.firstfill.local.launch;

import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.monitoring.Prometheus;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The main class of {@code deploy/up}: starts the stack, shows the progress, and stops the stack at Ctrl-C or when a
 * component ends unexpectedly.
 */
public final class Launcher {
    private static final String PROJECT = "firstfill.project";
    private static final String MONITORING = "--monitoring";

    private Launcher() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Returns the exit code: 0 after the help text, 1 otherwise; a stop by Ctrl-C ends the JVM before this returns. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(StackOptions.help());
            return 0;
        }
        try {
            Path project = Path.of(System.getProperty(PROJECT, "."));
            boolean monitoring = Arrays.asList(arguments).contains(MONITORING);
            if (monitoring) {
                Prometheus.installed();
            }
            String[] others = Arrays.stream(arguments)
                    .filter(argument -> !argument.equals(MONITORING))
                    .toArray(String[]::new);
            return run(StackOptions.parse(project, others), monitoring, Progress.on(out), err);
        } catch (StartFailedException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(StackOptions options, boolean monitoring, Progress progress, PrintStream err)
            throws InterruptedException {
        AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndInterrupt(stop, main), "stack-close"));
        try (Stack stack = Stack.start(options, progress, stop::set)) {
            if (monitoring) {
                progress.message("Prometheus: " + stack.startMonitoring());
            }
            printSummary(stack, options, progress);
            progress.message(panelOf(stack));
            if (options.demo()) {
                ServiceLoader.load(Demonstration.class)
                        .forEach(demonstration -> stopFirst(demonstration.run(stack, progress), stop));
                progress.message(panelOf(stack));
            }
            err.println(stack.awaitUnexpectedExit() + " Everything else is being stopped.");
            return 1;
        }
    }

    /**
     * Stops the demonstration before the stack: a demonstration that runs on would report the stop as its own failure.
     */
    private static void stopFirst(Runnable demonstrationStop, AtomicReference<Runnable> stop) {
        stop.updateAndGet(stackStop -> () -> {
            demonstrationStop.run();
            stackStop.run();
        });
    }

    private static void stopAndInterrupt(AtomicReference<Runnable> stop, Thread main) {
        Objects.requireNonNull(stop.get()).run();
        main.interrupt();
    }

    /** Printed last, again after what the demonstration says, because it is what people look for. */
    private static String panelOf(Stack stack) {
        return """

                Control panel: %s
                  sign in as viewer, operator, risk or founder; the password is the name""".formatted(stack.origin());
    }

    private static void printSummary(Stack stack, StackOptions options, Progress progress) {
        long mebibytes = stack.residentMemory().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                / 1024;
        progress.message("""

                Firstfill is running; Ctrl-C stops it.
                  exchange simulator  %s
                  logs                %s
                  memory              %d MiB""".formatted(stack.simulatorControl(), options.state().resolve("logs"), mebibytes));
    }
}
