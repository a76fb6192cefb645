package io.firstfill.benchmark.report;

import io.firstfill.benchmark.contest.Contest;
import io.firstfill.benchmark.contest.ContestMode;
import io.firstfill.benchmark.contest.ContestResult;
import io.firstfill.benchmark.contest.ContestResults;
import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.time.Micros;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Writes the results of a contest as a report in Markdown: ours and theirs side by side, losing rows included. */
public final class ContestReport {
    private static final List<String> HEAD = List.of(
            "ms", "n", "filled", "twice", "p50", "p95", "p99", "max", "paid over opening p50", "p95", "requests");

    private static final List<String> WHO = List.of(Contest.OURS, Contest.RIVAL, Contest.POLLER);
    private static final int LEAST_SCHEDULED = 95;
    private static final int LEAST_SURPRISES = 80;

    private final Markdown text = new Markdown();
    private final ContestResults results;

    private ContestReport(ContestResults results) {
        this.results = results;
    }

    public static String of(Conditions conditions, ContestResults results) {
        ContestReport report = new ContestReport(results);
        report.text.heading(1, "Firstfill beside a rival and a poller");
        report.text.paragraph("Milliseconds from the true opening to the arrival of the order that was filled; a"
                + " listing without a fill ranks behind all others, and a dash is such a rank. The rival knows every"
                + " announced opening, holds a signed market order and has written some that do not count before the"
                + " first that does. The poller asks for the symbols every 500 ms. The exchange allows each account 12"
                + " orders a second, each address 20 requests a second and a weight of 300 in ten. All three buy 20 USDT of"
                + " the same pairs at the same exchange, each from an address and an account of its own. A mode without"
                + " a table was not measured.");
        conditions.entries().forEach((name, value) -> report.text.item(name + ": " + value));
        report.modes();
        return report.text.toString();
    }

    /** The part of the report about the modes of these results. */
    public static String part(ContestResults results) {
        ContestReport report = new ContestReport(results);
        report.modes();
        return report.text.toString();
    }

    private void modes() {
        for (ContestMode mode : ContestMode.values()) {
            if (results.has(mode)) {
                mode(mode);
            }
        }
    }

    private void mode(ContestMode mode) {
        text.heading(2, mode.label());
        text.paragraph(mode.both());
        List<List<String>> rows = new ArrayList<>();
        WHO.stream()
                .filter(who -> !(mode.isSurprise() && who.equals(Contest.RIVAL)))
                .forEach(who -> rows.add(row(mode, who)));
        text.table(HEAD, rows);
        text.paragraph(verdict(mode));
    }

    private List<String> row(ContestMode mode, String who) {
        List<ContestResult> of = results.of(mode, who);
        Percentiles lag = results.percentiles(mode, who, ContestResult::lagMicros);
        Percentiles paid = results.percentiles(mode, who, ContestResult::paidOverOpening);
        return List.of(
                who,
                Integer.toString(of.size()),
                Long.toString(of.stream().filter(ContestResult::filled).count()),
                Long.toString(of.stream().filter(ContestResult::overspent).count()),
                Micros.shown(lag.percentile(50)),
                Micros.shown(lag.percentile(95)),
                Micros.shown(lag.percentile(99)),
                Micros.shown(lag.percentile(100)),
                percent(paid.percentile(50)),
                percent(paid.percentile(95)),
                Integer.toString(of.stream().mapToInt(ContestResult::requests).sum()));
    }

    private static String percent(OptionalLong hundredths) {
        return hundredths.isEmpty()
                ? "–"
                : BigDecimal.valueOf(hundredths.getAsLong(), 2).toPlainString() + " %";
    }

    private String verdict(ContestMode mode) {
        String other = mode.isSurprise() ? Contest.POLLER : Contest.RIVAL;
        Percentiles ours = results.percentiles(mode, Contest.OURS, ContestResult::lagMicros);
        Percentiles theirs = results.percentiles(mode, other, ContestResult::lagMicros);
        ContestResults both = results.filledByAll(mode, List.of(Contest.OURS, other));
        int filled = both.of(mode, other).size();
        return "Against the " + other + ": " + compared(ours, theirs) + "." + filled(mode, ours)
                + (filled == 0
                        ? ""
                        : " Over the %d listings that both filled: %s."
                                .formatted(
                                        filled,
                                        compared(
                                                both.percentiles(mode, Contest.OURS, ContestResult::lagMicros),
                                                both.percentiles(mode, other, ContestResult::lagMicros))));
    }

    private static String compared(Percentiles ours, Percentiles theirs) {
        List<String> parts = new ArrayList<>();
        for (int percent : new int[] {50, 95, 99}) {
            parts.add("p" + percent + " " + compared(ours.percentile(percent), theirs.percentile(percent)));
        }
        return String.join(", ", parts);
    }

    private static String compared(OptionalLong ours, OptionalLong theirs) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return ours.isPresent() ? "only ours" : theirs.isPresent() ? "only theirs" : "neither";
        }
        long behind = ours.getAsLong() - theirs.getAsLong();
        return behind == 0
                ? "level"
                : Micros.shown(OptionalLong.of(Math.abs(behind))) + " ms " + (behind < 0 ? "ahead" : "behind");
    }

    private static String filled(ContestMode mode, Percentiles ours) {
        if (!mode.hasFirstMinute() || ours.count() == 0) {
            return "";
        }
        int least = mode.isSurprise() ? LEAST_SURPRISES : LEAST_SCHEDULED;
        int share = 100 * ours.sorted().size() / ours.count();
        return " Filled: %d %%, at least %d %%: %s.".formatted(share, least, share >= least ? "PASS" : "FAIL");
    }

    /** A head and one line for each result, as CSV; times in microseconds. */
    public static List<String> raw(ContestResults results) {
        return Stream.concat(
                        Stream.of("mode,who,symbol,announced_open,delay,filled_after_open,paid_over_opening_bp,twice,"
                                + "requests"),
                        results.all().stream().map(ContestReport::line))
                .toList();
    }

    private static String line(ContestResult result) {
        return String.join(
                ",",
                Arrays.asList(
                        result.listing().mode().name(),
                        '"' + result.who() + '"',
                        result.listing().symbol(),
                        Long.toString(Micros.of(result.listing().openAt())),
                        Long.toString(result.listing().delayMicros()),
                        result.lagMicros().map(Object::toString).orElse(""),
                        result.paidOverOpening().map(Object::toString).orElse(""),
                        Boolean.toString(result.overspent()),
                        Integer.toString(result.requests())));
    }
}
