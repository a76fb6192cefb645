package io.firstfill.local.bench;

import io.firstfill.local.Options;
import io.firstfill.local.StartFailed;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What {@code deploy/bench} can be told.
 *
 * @param out the report; the raw samples lie beside it
 */
record BenchOptions(Options stack, Volume volume, long seed, Path out) {
    private static final int PORT = 28080;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Reads a command line; a word it does not know is refused. */
    static BenchOptions parse(Path project, Instant now, String... arguments) {
        Options fresh = Options.defaults(project).withPort(PORT).withoutDemo().withFreshState();
        Path place = fresh.project().resolve(Path.of("target", "bench"));
        BenchOptions options = new BenchOptions(
                fresh.withState(place.resolve("stack")),
                Volume.FULL,
                1,
                place.resolve("report-" + STAMP.format(now) + ".md"));
        Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
        while (!words.isEmpty()) {
            options = options.with(words.pop(), words);
        }
        return options;
    }

    private BenchOptions with(String word, Deque<String> rest) {
        return switch (word) {
            case "--quick" -> new BenchOptions(stack, Volume.QUICK, seed, out);
            case "--out" -> new BenchOptions(stack, volume, seed, path(value(word, rest)));
            case "--seed" -> new BenchOptions(stack, volume, number(word, value(word, rest)), out);
            case "--port" -> new BenchOptions(stack.withPort((int) number(word, value(word, rest))), volume, seed, out);
            default -> throw new StartFailed("Unknown option " + word + "; --help lists them all.");
        };
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static String value(String word, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartFailed(word + " needs a value.");
        }
        return rest.pop();
    }

    private static long number(String word, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartFailed(word + " takes a number, not " + text + ".", e);
        }
    }

    static String help() {
        return """
                deploy/bench [options]   measures the whole stack and reports; about a quarter of an hour

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
