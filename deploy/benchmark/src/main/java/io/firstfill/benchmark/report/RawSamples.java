package io.firstfill.benchmark.report;

import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.result.ListingResult;
import io.firstfill.benchmark.result.TimelinePoint;
import io.firstfill.benchmark.schedule.PlannedListing;
import io.firstfill.benchmark.time.Micros;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the raw samples as CSV, in microseconds, so that anybody can compute the report again. */
public final class RawSamples {
    private RawSamples() {}

    /** A head and one line per listing. */
    public static List<String> listings(BenchmarkResults results) {
        String timeline = Arrays.stream(TimelinePoint.values())
                .map(point -> point.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        String head = "phase,symbol,result,announced_open,delay,requests,refused,first_after_open,taken_after_open,"
                + timeline;
        return Stream.concat(Stream.of(head), results.listings().stream().map(RawSamples::listing))
                .toList();
    }

    private static String listing(ListingResult result) {
        PlannedListing listing = result.listing();
        Stream<@Nullable Object> known = Stream.of(
                listing.phase(),
                listing.symbol(),
                quoted(result.result()),
                Micros.of(listing.openAt()),
                listing.delayMicros(),
                result.arrivals().size(),
                result.refused(),
                result.arrivals().isEmpty()
                        ? null
                        : result.arrivals().getFirst().afterOpen(),
                result.lag().orElse(null));
        Stream<@Nullable Object> timeline =
                Arrays.stream(TimelinePoint.values()).map(result.timeline()::get);
        return Stream.concat(known, timeline)
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A head and one line per sample of the reference floor. */
    public static List<String> floor(BenchmarkResults results) {
        return Stream.concat(
                        Stream.of("at,hop,append,post_written,post_answered"),
                        results.floor().stream()
                                .map(sample -> sample.atMicros() + "," + sample.hop() + "," + sample.append() + ","
                                        + sample.written() + "," + sample.answered()))
                .toList();
    }
}
