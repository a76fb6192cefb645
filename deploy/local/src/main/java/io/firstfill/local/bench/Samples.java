package io.firstfill.local.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The raw figures as CSV, in microseconds, so that anybody can compute the report again. */
final class Samples {
    private Samples() {}

    static List<String> listings(Results results) {
        String steps = Arrays.stream(Step.values())
                .map(step -> step.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        String head =
                "phase,symbol,result,announced_open,delay,requests,refused,first_after_open,taken_after_open," + steps;
        return Stream.concat(Stream.of(head), results.outcomes().stream().map(Samples::listing))
                .toList();
    }

    private static String listing(Outcome outcome) {
        Coming coming = outcome.coming();
        Stream<@Nullable Object> known = Stream.of(
                coming.phase(),
                coming.symbol(),
                quoted(outcome.result()),
                Micros.of(coming.openAt()),
                coming.delayMicros(),
                outcome.arrivals().size(),
                outcome.refused(),
                outcome.arrivals().isEmpty()
                        ? null
                        : outcome.arrivals().getFirst().afterOpen(),
                outcome.lag().orElse(null));
        Stream<@Nullable Object> steps = Arrays.stream(Step.values()).map(outcome.steps()::get);
        return Stream.concat(known, steps)
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\"\"") + '"';
    }

    static List<String> floor(Results results) {
        return Stream.concat(
                        Stream.of("at,hop,append,post_written,post_answered"),
                        results.floor().stream()
                                .map(sample -> sample.atMicros() + "," + sample.hop() + "," + sample.append() + ","
                                        + sample.written() + "," + sample.answered()))
                .toList();
    }
}
