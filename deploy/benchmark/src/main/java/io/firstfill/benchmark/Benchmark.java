package io.firstfill.benchmark;

import io.firstfill.benchmark.contest.Contest;
import io.firstfill.benchmark.contest.ContestMode;
import io.firstfill.benchmark.contest.ContestResults;
import io.firstfill.benchmark.contest.ContestVolume;
import io.firstfill.benchmark.ledger.LedgerMeasurement;
import io.firstfill.benchmark.ledger.LedgerResults;
import io.firstfill.benchmark.ledger.LedgerVolume;
import io.firstfill.benchmark.report.Conditions;
import io.firstfill.benchmark.report.ContestReport;
import io.firstfill.benchmark.report.LedgerReport;
import io.firstfill.benchmark.report.RawSamples;
import io.firstfill.benchmark.report.Report;
import io.firstfill.benchmark.report.StartReport;
import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.schedule.TradingRun;
import io.firstfill.benchmark.start.ServiceStarts;
import io.firstfill.benchmark.start.StartMeasurement;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The main class of {@code deploy/bench}: starts a stack, measures, prints the report and writes it with the raw
 * samples. A slow machine shows in the report and is no failure.
 */
public final class Benchmark {
    private static final String PROJECT = "firstfill.project";
    /** The local stack saves memory and processors by one compiler; the cluster leaves the ledger both. */
    private static final List<String> AS_IN_THE_CLUSTER = List.of("-Xmx256m");

    private static final int STARTS = 5;
    private static final Clock CLOCK = Clock.systemUTC();
    private final BenchmarkOptions options;
    private final Progress progress;
    private final PrintStream err;
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});

    private Benchmark(BenchmarkOptions options, Progress progress, PrintStream err) {
        this.options = options;
        this.progress = progress;
        this.err = err;
    }

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Returns the exit code: 0 after a report, whatever its verdicts, 1 when there is no report. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(BenchmarkOptions.help());
            return 0;
        }
        try {
            Path project = Path.of(System.getProperty(PROJECT, "."));
            BenchmarkOptions options = BenchmarkOptions.parse(project, CLOCK.instant(), arguments);
            new Benchmark(options, Progress.on(out), err).run();
            return 0;
        } catch (StartFailedException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void run() throws InterruptedException {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndInterrupt(main), "stack-close"));
        LedgerVolume ledger = options.ledger();
        ContestVolume contest = options.contest();
        if (options.starts()) {
            measureStarts();
        } else if (ledger != null) {
            measureLedger(ledger);
        } else if (contest != null) {
            measureBesideRivals(contest);
        } else {
            measureOpen();
        }
    }

    private void measureBesideRivals(ContestVolume volume) {
        StackOptions documented = options.stack().withRealLimits();
        Conditions conditions = Conditions.ofContest(
                documented, volume.toString(), configurations(volume.modes()), options.seed(), CLOCK.instant());
        Path raw = sibling(".contest.csv");
        try (Stack stack = start(documented);
                Contest contest = new Contest(stack, progress, CLOCK, runs(stack))) {
            AtomicReference<ContestResults> all = new AtomicReference<>(new ContestResults(List.of()));
            contest.take(volume, options.seed(), measured -> {
                ContestResults results = all.updateAndGet(before -> before.and(measured));
                write(options.out(), ContestReport.of(conditions.after(), results));
                write(raw, String.join("\n", ContestReport.raw(results)) + "\n");
                progress.message("\n" + ContestReport.part(measured));
            });
        }
        progress.message("\nWritten to " + options.out() + ", " + raw);
    }

    private static String configurations(List<ContestMode> modes) {
        return modes.stream()
                .map(mode -> mode.label() + " " + mode.configuration().encode())
                .collect(Collectors.joining(", "));
    }

    /** Starts a run of the order style that a mode has, in place of one of another style. */
    private static Consumer<ContestMode> runs(Stack stack) {
        GatewayClient operator = GatewayClient.of(stack, "operator");
        SimulatorClient exchange = SimulatorClient.of(stack);
        Map<String, String> running = new HashMap<>();
        return mode -> {
            if (!running.containsKey(mode.orderStyle())) {
                running.values().forEach(run -> TradingRun.stop(operator, run));
                running.clear();
                running.put(mode.orderStyle(), TradingRun.start(operator, exchange, mode.configuration()));
            }
        };
    }

    private void measureOpen() throws InterruptedException {
        Conditions conditions = Conditions.before(options.stack(), options.volume(), options.seed(), CLOCK.instant());
        BenchmarkResults results;
        try (Stack stack = start(options.stack())) {
            results = new Measurement(stack, progress, CLOCK).take(stack, options.volume(), options.seed());
        }
        write(conditions, results);
    }

    private void measureStarts() {
        Conditions conditions = Conditions.ofStarts(options.stack(), STARTS, CLOCK.instant());
        List<ServiceStarts> starts;
        try (Stack stack = start(options.stack())) {
            starts = new StartMeasurement(stack, STARTS, progress).take();
        }
        String report = StartReport.of(conditions.after(), starts);
        write(options.out(), report);
        progress.message("\n" + report + "\nWritten to " + options.out());
    }

    private void measureLedger(LedgerVolume volume) throws InterruptedException {
        StackOptions alone = options.stack()
                .withServices(Set.of(ServiceName.LEDGER))
                .withJvm(ServiceName.LEDGER.label(), AS_IN_THE_CLUSTER);
        Conditions conditions = Conditions.ofLedger(alone, options.seed(), CLOCK.instant());
        LedgerResults results;
        try (Stack stack = start(alone)) {
            results = new LedgerMeasurement(stack, volume, progress, CLOCK).take(alone.state(), options.seed());
        }
        String report = LedgerReport.of(conditions.after(), results);
        write(options.out(), report);
        progress.message("\n" + report + "\nWritten to " + options.out());
    }

    private Stack start(StackOptions wanted) {
        Thread main = Thread.currentThread();
        Stack stack = Stack.start(wanted, progress, stop::set);
        Thread.ofPlatform().daemon().name("exit-watch").start(() -> interruptAtUnexpectedExit(stack, main));
        return stack;
    }

    private static void write(Path file, String report) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopAndInterrupt(Thread main) {
        Objects.requireNonNull(stop.get()).run();
        main.interrupt();
    }

    private void interruptAtUnexpectedExit(Stack stack, Thread main) {
        try {
            err.println(stack.awaitUnexpectedExit() + " There is nothing to measure any more.");
            main.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Conditions conditions, BenchmarkResults results) {
        Path listings = sibling(".listings.csv");
        Path floor = sibling(".floor.csv");
        String report = Report.of(
                conditions.after(), results, "`" + listings.getFileName() + "`, `" + floor.getFileName() + "`");
        write(options.out(), report);
        try {
            Files.write(listings, RawSamples.listings(results));
            Files.write(floor, RawSamples.floor(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.message("\n" + report + "\nWritten to "
                + String.join(", ", List.of(options.out().toString(), listings.toString(), floor.toString())));
    }

    /** A file beside the report, with the report's name and another suffix. */
    private Path sibling(String suffix) {
        String name = Objects.requireNonNull(options.out().getFileName()).toString();
        return options.out().resolveSibling(name.replaceFirst("\\.md$", "") + suffix);
    }
}
