package io.firstfill.benchmark.report;

import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.result.ListingResult;
import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.result.TimelinePoint;
import io.firstfill.benchmark.schedule.Phase;
import io.firstfill.benchmark.time.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the rows of the report's tables, with figures in milliseconds. */
final class ReportRows {
    static final List<String> HEAD = List.of("ms", "n", "p50", "p95", "p99", "max");

    private ReportRows() {}

    static List<String> of(String label, Percentiles percentiles) {
        return List.of(
                label,
                Integer.toString(percentiles.count()),
                Micros.shown(percentiles.percentile(50)),
                Micros.shown(percentiles.percentile(95)),
                Micros.shown(percentiles.percentile(99)),
                Micros.shown(percentiles.percentile(100)));
    }

    /** A row for each section between two consecutive points, and one from the first point to the last. */
    static List<List<String>> sections(BenchmarkResults results, Phase phase, List<TimelinePoint> points) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            rows.add(section(results, phase, points.get(i - 1), points.get(i)));
        }
        rows.add(section(results, phase, points.getFirst(), points.getLast()));
        return rows;
    }

    private static List<String> section(BenchmarkResults results, Phase phase, TimelinePoint from, TimelinePoint to) {
        return of(label(from, to), results.between(phase, from, to));
    }

    /** A sentence that names the section with the longest median, and its share of the median of the whole. */
    static String longestSection(BenchmarkResults results, Phase phase, List<TimelinePoint> points) {
        Percentiles whole = results.between(phase, points.getFirst(), points.getLast());
        long longest = Long.MIN_VALUE;
        String name = "";
        for (int i = 1; i < points.size(); i++) {
            Percentiles section = results.between(phase, points.get(i - 1), points.get(i));
            if (section.median().isPresent() && section.median().getAsLong() > longest) {
                longest = section.median().getAsLong();
                name = label(points.get(i - 1), points.get(i));
            }
        }
        return name.isEmpty() || whole.median().isEmpty()
                ? "Nothing to compare."
                : "Longest at the median: " + name
                        + share(longest, whole.median().getAsLong()) + ".";
    }

    private static String share(long part, long whole) {
        return whole <= 0 || part > whole ? "" : " (" + 100 * part / whole + " % of the whole)";
    }

    private static String label(TimelinePoint from, TimelinePoint to) {
        return from.label() + " → " + to.label();
    }

    /** A row for the listings whose first request was accepted and one for those bought after a refusal. */
    static List<List<String>> byRefusals(BenchmarkResults results, Phase phase) {
        List<ListingResult> bought =
                results.of(phase).stream().filter(ListingResult::bought).toList();
        List<ListingResult> first =
                bought.stream().filter(each -> each.refused() == 0).toList();
        List<ListingResult> later =
                bought.stream().filter(each -> each.refused() > 0).toList();
        return List.of(
                of(phase.label() + ", first request taken", BenchmarkResults.percentiles(first, ListingResult::lag)),
                of(phase.label() + ", taken after refusals", BenchmarkResults.percentiles(later, ListingResult::lag)));
    }

    /** A row with the number of first requests that came before the true open, and the number of refused requests. */
    static List<String> early(BenchmarkResults results, Phase phase) {
        List<ListingResult> all = results.of(phase);
        long early = all.stream().filter(ListingResult::firstCameTooEarly).count();
        int refused = all.stream().mapToInt(ListingResult::refused).sum();
        int most = all.stream().mapToInt(ListingResult::refused).max().orElse(0);
        Optional<String> share = all.isEmpty() ? Optional.empty() : Optional.of(100 * early / all.size() + " %");
        return List.of(
                phase.label(),
                Integer.toString(all.size()),
                early + share.map(each -> " (" + each + ")").orElse(""),
                Integer.toString(refused),
                Integer.toString(most));
    }
}
