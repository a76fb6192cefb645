package io.firstfill.local.launch;

import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.UpHelp;
import io.firstfill.local.monitoring.Prometheus;
import io.firstfill.local.terminal.ProcessTerminal;
import io.firstfill.local.terminal.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The main class of {@code deploy/up}: starts the stack, shows the progress, and stops the stack at Ctrl-C. In the
 * demonstration everything stops as well when a component ends; a stack that is meant to last starts it again.
 */
public final class Launcher {
    private static final String PROJECT = "firstfill.project";
    private static final String MONITORING = "--monitoring";

    private Launcher() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, ProcessTerminal.open(), arguments));
    }

    /** Returns the exit code: 0 after the help text, 1 otherwise; a stop by Ctrl-C ends the JVM before this returns. */
    static int run(PrintStream out, PrintStream err, Terminal terminal, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(UpHelp.text());
            return 0;
        }
        StopSignal signal = new StopSignal(out, err);
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            signal.receive();
                            main.interrupt();
                        },
                        "stack-close"));
        return signal.run(() -> {
            Path project = Path.of(System.getProperty(PROJECT, "."));
            List<String> others = new ArrayList<>(Arrays.asList(arguments));
            boolean monitoring = others.remove(MONITORING);
            if (monitoring) {
                Prometheus.installed();
            }
            StackOptions options = StackOptions.parse(project, others.toArray(String[]::new));
            FreshStart.require(options);
            LiveStart live = LiveStart.ask(options.deployment(), options.state().resolve("secrets"), terminal);
            return run(options, live, monitoring, signal.quieting(Progress.on(out)), signal);
        });
    }

    private static int run(
            StackOptions options, LiveStart live, boolean monitoring, Progress progress, StopSignal signal)
            throws InterruptedException {
        try (Stack stack = Stack.start(options, live, progress, signal::onStop)) {
            if (monitoring) {
                progress.message("Prometheus: " + stack.startMonitoring());
            }
            printSummary(stack, options, progress);
            progress.message(panelOf(stack));
            if (options.demo() && options.deployment().file() == null) {
                // A demonstration that runs on would report the stop as its own failure: it stops first.
                ServiceLoader.load(Demonstration.class)
                        .forEach(demonstration -> signal.stopFirst(demonstration.run(stack, progress)));
                progress.message(panelOf(stack));
            }
            signal.fail(stack.awaitUnexpectedExit() + " Everything else is being stopped.");
            return 1;
        }
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
        String exchange = options.deployment().needsSimulator(options.ports())
                ? "\n  exchange simulator  " + stack.simulatorControl()
                : "";
        progress.message("""

                Firstfill is running; Ctrl-C stops it. %s%s
                  environments        %s
                  logs                %s
                  memory              %d MiB""".formatted(
                        options.deployment().lasts()
                                ? "A part that ends is started again."
                                : "When a part ends, everything stops.",
                        exchange,
                        String.join(", ", stack.environments()),
                        options.state().resolve("logs"),
                        mebibytes));
    }
}
