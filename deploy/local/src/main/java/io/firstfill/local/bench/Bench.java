package io.firstfill.local.bench;

import io.firstfill.local.Progress;
import io.firstfill.local.Stack;
import io.firstfill.local.StartFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** {@code deploy/bench}: measures, prints, writes. A slow machine is told in the report; it is no failure. */
public final class Bench {
    private static final String PROJECT = "firstfill.project";
    private static final Clock CLOCK = Clock.systemUTC();

    private final BenchOptions options;
    private final Progress progress;
    private final PrintStream err;
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});

    private Bench(BenchOptions options, Progress progress, PrintStream err) {
        this.options = options;
        this.progress = progress;
        this.err = err;
    }

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** The exit code: 0 after a report, whatever it says, 1 when there is none. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(BenchOptions.help());
            return 0;
        }
        try {
            Path project = Path.of(System.getProperty(PROJECT, "."));
            BenchOptions options = BenchOptions.parse(project, CLOCK.instant(), arguments);
            new Bench(options, Progress.on(out), err).run();
            return 0;
        } catch (StartFailed e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void run() throws InterruptedException {
        Instant begin = CLOCK.instant();
        Conditions conditions = Conditions.now(options, begin);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping(main), "stack-close"));
        Results results;
        try (Stack stack = Stack.start(options.stack(), progress, stop::set)) {
            Thread.ofPlatform().daemon().name("loss").start(() -> giveUpAtLoss(stack, main));
            results = new Measurement(stack, progress, CLOCK).take(stack, options.volume(), options.seed());
        }
        write(conditions, results);
    }

    private void stopping(Thread main) {
        Objects.requireNonNull(stop.get()).run();
        main.interrupt();
    }

    private void giveUpAtLoss(Stack stack, Thread main) {
        try {
            err.println(stack.awaitLoss() + " There is nothing to measure any more.");
            main.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Conditions conditions, Results results) {
        Path listings = beside(".listings.csv");
        Path floor = beside(".floor.csv");
        String report = Report.of(
                conditions.afterwards(), results, "`" + listings.getFileName() + "`, `" + floor.getFileName() + "`");
        try {
            Files.createDirectories(
                    Objects.requireNonNull(options.out().toAbsolutePath().getParent()));
            Files.writeString(options.out(), report);
            Files.write(listings, Samples.listings(results));
            Files.write(floor, Samples.floor(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("\n" + report + "\nWritten to "
                + String.join(", ", List.of(options.out().toString(), listings.toString(), floor.toString())));
    }

    private Path beside(String suffix) {
        String name = Objects.requireNonNull(options.out().getFileName()).toString();
        return options.out().resolveSibling(name.replaceFirst("\\.md$", "") + suffix);
    }
}
