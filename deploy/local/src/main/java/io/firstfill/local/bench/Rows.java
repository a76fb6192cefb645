package io.firstfill.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of the report's tables, in milliseconds. */
final class Rows {
    static final List<String> HEAD = List.of("ms", "n", "p50", "p95", "p99", "max");

    private Rows() {}

    static List<String> of(String label, Spread spread) {
        return List.of(
                label,
                Integer.toString(spread.count()),
                Micros.shown(spread.percentile(50)),
                Micros.shown(spread.percentile(95)),
                Micros.shown(spread.percentile(99)),
                Micros.shown(spread.percentile(100)));
    }

    /** A row for each way from one step to the next, and one for the whole way. */
    static List<List<String>> way(Results results, Phase phase, List<Step> steps) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            rows.add(hop(results, phase, steps.get(i - 1), steps.get(i)));
        }
        rows.add(hop(results, phase, steps.getFirst(), steps.getLast()));
        return rows;
    }

    private static List<String> hop(Results results, Phase phase, Step from, Step to) {
        return of(label(from, to), results.between(phase, from, to));
    }

    /** The part with the longest median, with its share of the whole way's median. */
    static String dominant(Results results, Phase phase, List<Step> steps) {
        Spread whole = results.between(phase, steps.getFirst(), steps.getLast());
        long longest = Long.MIN_VALUE;
        String name = "";
        for (int i = 1; i < steps.size(); i++) {
            Spread part = results.between(phase, steps.get(i - 1), steps.get(i));
            if (part.median().isPresent() && part.median().getAsLong() > longest) {
                longest = part.median().getAsLong();
                name = label(steps.get(i - 1), steps.get(i));
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

    private static String label(Step from, Step to) {
        return from.label() + " → " + to.label();
    }

    /** Listings whose first request was taken, and those bought after a refusal: two different stories. */
    static List<List<String>> byRefusals(Results results, Phase phase) {
        List<Outcome> bought =
                results.of(phase).stream().filter(Outcome::bought).toList();
        List<Outcome> first =
                bought.stream().filter(each -> each.refused() == 0).toList();
        List<Outcome> later = bought.stream().filter(each -> each.refused() > 0).toList();
        return List.of(
                of(phase.label() + ", first request taken", Results.spread(first, Outcome::lag)),
                of(phase.label() + ", taken after refusals", Results.spread(later, Outcome::lag)));
    }

    /** How many first requests came before the true open, and what that cost. */
    static List<String> early(Results results, Phase phase) {
        List<Outcome> all = results.of(phase);
        long early = all.stream().filter(Outcome::firstCameTooEarly).count();
        int refused = all.stream().mapToInt(Outcome::refused).sum();
        int most = all.stream().mapToInt(Outcome::refused).max().orElse(0);
        Optional<String> share = all.isEmpty() ? Optional.empty() : Optional.of(100 * early / all.size() + " %");
        return List.of(
                phase.label(),
                Integer.toString(all.size()),
                early + share.map(each -> " (" + each + ")").orElse(""),
                Integer.toString(refused),
                Integer.toString(most));
    }
}
