package io.firstfill.benchmark;

import io.firstfill.benchmark.contest.ContestMode;
import io.firstfill.benchmark.contest.ContestVolume;
import io.firstfill.benchmark.ledger.LedgerVolume;
import io.firstfill.benchmark.schedule.Volume;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of one benchmark, as {@code deploy/bench} reads them from its command line.
 *
 * @param stack the options of the stack that is measured
 * @param seed of the opening delays and of the times of the surprises
 * @param out the file of the report; the raw samples lie beside it
 * @param ledger how much of the ledger is measured; null where the open is measured
 * @param contest how much is measured beside a rival and a poller; null where they do not take part
 * @param starts whether the starts of the services are measured, and nothing else
 */
record BenchmarkOptions(
        StackOptions stack,
        Volume volume,
        long seed,
        Path out,
        @Nullable LedgerVolume ledger,
        @Nullable ContestVolume contest,
        boolean starts) {
    private static final int PORT = 28080;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Reads the command line of {@code deploy/bench}.
     *
     * @param now the time that the report's default name carries
     * @throws StartFailedException for an unknown option, a missing value or a value that is no number
     */
    static BenchmarkOptions parse(Path project, Instant now, String... arguments) {
        StackOptions stack =
                StackOptions.defaults(project).withPort(PORT).withoutDemo().withFreshState();
        Path directory = stack.project().resolve(Path.of("target", "bench"));
        BenchmarkOptions options = new BenchmarkOptions(
                stack.withState(directory.resolve("stack")),
                Volume.FULL,
                1,
                directory.resolve("report-" + STAMP.format(now) + ".md"),
                null,
                null,
                false);
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            options = options.with(remaining.pop(), remaining);
        }
        return options;
    }

    private BenchmarkOptions with(String option, Deque<String> remaining) {
        return switch (option) {
            case "--quick" -> quick();
            case "--rivals" -> withContest(ofContest());
            case "--mode" -> withContest(ofContest().of(List.of(mode(value(option, remaining)))));
            case "--ledger" -> with(volume, seed, out, ofLedger());
            case "--events" -> with(volume, seed, out, ofLedger().withEvents(number(option, remaining)));
            case "--rows" -> with(volume, seed, out, ofLedger().withTrades(number(option, remaining)));
            case "--start" -> new BenchmarkOptions(stack, volume, seed, out, ledger, contest, true);
            case "--out" -> with(volume, seed, path(value(option, remaining)), ledger);
            case "--seed" -> with(volume, number(option, remaining), out, ledger);
            case "--port" ->
                new BenchmarkOptions(
                        stack.withPort(number(option, remaining)), volume, seed, out, ledger, contest, starts);
            default -> throw new StartFailedException("Unknown option " + option + "; --help lists them all.");
        };
    }

    private BenchmarkOptions with(Volume open, long newSeed, Path file, @Nullable LedgerVolume ofLedger) {
        return new BenchmarkOptions(stack, open, newSeed, file, ofLedger, contest, starts);
    }

    private BenchmarkOptions quick() {
        return with(Volume.QUICK, seed, out, ledger == null ? null : LedgerVolume.QUICK)
                .withContest(contest == null ? null : ContestVolume.QUICK.of(contest.modes()));
    }

    private BenchmarkOptions withContest(@Nullable ContestVolume beside) {
        return new BenchmarkOptions(stack, volume, seed, out, ledger, beside, starts);
    }

    private ContestVolume ofContest() {
        if (contest != null) {
            return contest;
        }
        return volume.equals(Volume.QUICK) ? ContestVolume.QUICK : ContestVolume.FULL;
    }

    private static ContestMode mode(String name) {
        return Arrays.stream(ContestMode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartFailedException(
                        "--mode takes one of " + Arrays.toString(ContestMode.values()) + ", not " + name + "."));
    }

    private LedgerVolume ofLedger() {
        if (ledger != null) {
            return ledger;
        }
        return volume.equals(Volume.QUICK) ? LedgerVolume.QUICK : LedgerVolume.FULL;
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static String value(String option, Deque<String> remaining) {
        if (remaining.isEmpty()) {
            throw new StartFailedException(option + " needs a value.");
        }
        return remaining.pop();
    }

    private static int number(String option, Deque<String> remaining) {
        String text = value(option, remaining);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartFailedException(option + " takes a number, not " + text + ".", e);
        }
    }

    static String help() {
        return """
                deploy/bench [options]   measures the whole stack and reports; about a quarter of an hour

                  --ledger      measures the ledger instead: how fast it records, what the panel's poll costs, how fast
                                it exports; about ten minutes
                  --events N    the same, with N events to record (default 1000000)
                  --rows N      the same, with the poll also at N trades: 10000000 take 12 GB and ten minutes more
                  --rivals      measures beside a rival that knows the openings and a poller, on the same openings; about
                                twenty-five minutes, with --quick nine
                  --mode NAME   the same, in one mode alone: a wrong NAME lists them
                  --start       measures instead how long each service takes to start and its memory; about five minutes
                  --quick       few listings, about two minutes: shows that it works, judges nothing
                  --out FILE    the report; raw samples go to FILE's name with .listings.csv and .floor.csv
                                (default target/bench/report-<time>.md)
                  --seed N      of the opening delays and the places of the surprises (default 1)
                  --port N      the gateway's port; the others lie at fixed distances (default 28080)
                  --help        this text

                The stack has ports and a state of its own, forgotten at each start. Nothing else should run meanwhile.
                """;
    }
}
