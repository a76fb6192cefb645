package io.firstfill.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;

/** {@code deploy/up}: starts the stack, shows its progress, and stops it at Ctrl-C or when a part is lost. */
public final class Launcher {
    private static final String PROJECT = "firstfill.project";

    private Launcher() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** The exit code: 0 after a stop that was asked for, 1 otherwise. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(Options.help());
            return 0;
        }
        try {
            Path project = Path.of(System.getProperty(PROJECT, "."));
            return run(Options.parse(project, arguments), Progress.on(out), err);
        } catch (StartFailed e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(Options options, Progress progress, PrintStream err) throws InterruptedException {
        AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping(stop, main), "stack-close"));
        try (Stack stack = Stack.start(options, progress, stop::set)) {
            welcome(stack, options, progress);
            if (options.demo()) {
                ServiceLoader.load(Demo.class).forEach(demo -> endFirst(demo.run(stack, progress), stop));
            }
            err.println(stack.awaitLoss() + " Everything else is being stopped.");
            return 1;
        }
    }

    /** A demonstration that goes on must not report the stop of the stack as its own failure. */
    private static void endFirst(Runnable demo, AtomicReference<Runnable> stop) {
        stop.updateAndGet(rest -> () -> {
            demo.run();
            rest.run();
        });
    }

    private static void stopping(AtomicReference<Runnable> stop, Thread main) {
        Objects.requireNonNull(stop.get()).run();
        main.interrupt();
    }

    private static void welcome(Stack stack, Options options, Progress progress) {
        long mebibytes = stack.residentMemory().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                / 1024;
        progress.say("""

                Firstfill is running at %s
                  sign in as viewer, operator, risk or founder; the password is the name
                  exchange simulator  %s
                  logs                %s
                  memory              %d MiB
                Ctrl-C stops it.""".formatted(
                stack.origin(), stack.simulatorControl(), options.state().resolve("logs"), mebibytes));
    }
}
