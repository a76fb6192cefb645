package io.firstfill.benchmark.report;

import io.firstfill.benchmark.ledger.LedgerResults;
import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.time.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Writes what was measured about the ledger as a report in Markdown. */
public final class LedgerReport {
    private static final BigDecimal RECORDING = new BigDecimal("0.40");
    private static final BigDecimal FLAT = new BigDecimal("1.50");
    private static final BigDecimal EXPORT = new BigDecimal("0.50");
    private static final long LAG_MICROS = 200_000;
    private static final List<String> HEAD = List.of("threshold", "limit", "measured", "verdict");

    private final LedgerResults results;
    private final Markdown text = new Markdown();

    private LedgerReport(LedgerResults results) {
        this.results = results;
    }

    public static String of(Conditions conditions, LedgerResults results) {
        LedgerReport report = new LedgerReport(results);
        report.verdicts();
        report.conditions(conditions);
        report.recording();
        report.polls();
        report.export();
        return report.text.toString();
    }

    private void verdicts() {
        text.heading(1, "Benchmark of the ledger");
        List<List<String>> rows = new ArrayList<>();
        rows.add(atLeast(
                "(a) recording, part of COPY's rate",
                RECORDING,
                ratio(results.recording().perSecond(), results.recording().copiedPerSecond())));
        OptionalLong lag = results.lag().percentile(99);
        rows.add(List.of(
                "(a) written to receipt, p99, ms, at " + results.volume().perSecond() + " events a second",
                "at most " + Micros.shown(OptionalLong.of(LAG_MICROS)),
                Micros.shown(lag),
                verdict(lag.isPresent() && lag.getAsLong() <= LAG_MICROS)));
        BigDecimal flat = flat();
        rows.add(List.of(
                "(b) p99 of a poll, largest over smallest number of trades",
                "at most " + FLAT,
                flat.toPlainString(),
                verdict(flat.compareTo(FLAT) <= 0)));
        long touched = results.polls().stream().mapToLong(LedgerReport::touched).sum();
        rows.add(List.of(
                "(b) reads of big tables by unchanged polls", "none", Long.toString(touched), verdict(touched == 0)));
        rows.add(atLeast(
                "(c) export, part of COPY's rate",
                EXPORT,
                ratio(results.export().perSecond(), results.export().copiedPerSecond())));
        text.table(HEAD, rows);
        text.paragraph(
                "Percentiles are raw samples by nearest rank. Ratios are of the same run. A verdict depends on the"
                        + " machine: see load and processors below.");
    }

    private static List<String> atLeast(String name, BigDecimal limit, BigDecimal measured) {
        return List.of(name, "at least " + limit, measured.toPlainString(), verdict(measured.compareTo(limit) >= 0));
    }

    /** The reads of big tables; fewer than one for each poll are not of the polls, but of the ledger's own watches. */
    private static long touched(LedgerResults.Poll poll) {
        return poll.touched().values().stream()
                .filter(reads -> reads >= poll.unchanged().count())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String verdict(boolean held) {
        return held ? "PASS" : "FAIL";
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), 2, RoundingMode.HALF_UP);
    }

    /** The largest p99 of any size over the p99 of the smallest. */
    private BigDecimal flat() {
        long smallest = results.polls().getFirst().whole().percentile(99).orElse(1);
        long worst = results.polls().stream()
                .mapToLong(poll -> poll.whole().percentile(99).orElse(Long.MAX_VALUE))
                .max()
                .orElse(0);
        return ratio(worst, smallest);
    }

    private void conditions(Conditions conditions) {
        text.heading(2, "Conditions");
        conditions.entries().forEach((name, value) -> text.item(name + ": " + value));
    }

    private void recording() {
        LedgerResults.Recording recording = results.recording();
        text.heading(2, "(a) Recording");
        text.paragraph(
                "The events were on their topics before the ledger started. COPY loads the rows that the ledger"
                        + " wrote into tables with the same partitions, indexes and constraints, on the same server, afterwards.");
        text.table(
                List.of("", "events", "s", "events a second"),
                List.of(
                        List.of(
                                "the ledger",
                                count(recording.events()),
                                seconds(recording.taken().toMillis()),
                                count(recording.perSecond())),
                        List.of(
                                "COPY",
                                count(recording.allEvents()),
                                seconds(recording.copying().toMillis()),
                                count(recording.copiedPerSecond()))));
        text.paragraph("Rows copied: " + recording.copiedRows() + ".");
        text.paragraph("Records in the journal: " + recording.types() + ".");
        text.table(ReportRows.HEAD, List.of(ReportRows.of("written → receipt read", results.lag())));
    }

    private void polls() {
        text.heading(2, "(b) The panel's poll");
        text.paragraph(
                "All reads of the panel's first page, one after the other, at the ledger's own port. The trades are"
                        + " written by SQL, not through the journal. \"Unchanged\" polls know the entity tags of all answers.");
        List<List<String>> rows = new ArrayList<>();
        for (LedgerResults.Poll poll : results.polls()) {
            rows.add(row(poll, "the whole poll", poll.whole()));
            poll.reads().forEach((path, percentiles) -> rows.add(row(poll, "`" + shortened(path) + "`", percentiles)));
            rows.add(row(poll, "the whole poll, unchanged", poll.unchanged()));
        }
        text.table(List.of("trades", "ms", "n", "p50", "p95", "p99", "max"), rows);
        results.polls()
                .forEach(poll -> text.item("reads of big tables during %,d unchanged polls with %,d trades: %s"
                        .formatted(
                                poll.unchanged().count(),
                                poll.trades(),
                                poll.touched().isEmpty() ? "none" : poll.touched())));
    }

    private static List<String> row(LedgerResults.Poll poll, String label, Percentiles percentiles) {
        List<String> row = new ArrayList<>();
        row.add(count(poll.trades()));
        row.addAll(ReportRows.of(label, percentiles));
        return row;
    }

    private static String shortened(String path) {
        return path.replace("/api/ledger/v1", "").replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "{run}");
    }

    private void export() {
        LedgerResults.Exported export = results.export();
        text.heading(2, "(c) Export");
        text.paragraph(
                "Every trade as CSV, read at the ledger's own port, against what psql's copy sends to the server: COPY"
                        + " of the same columns in the same order, and of the table as it is.");
        text.table(
                List.of("", "rows", "s", "rows a second"),
                List.of(
                        List.of(
                                "the ledger",
                                count(export.rows()),
                                seconds(export.taken().toMillis()),
                                count(export.perSecond())),
                        List.of(
                                "COPY of the same columns",
                                count(export.rows()),
                                seconds(export.copyingView().toMillis()),
                                count(export.copiedPerSecond())),
                        List.of(
                                "COPY of the table",
                                count(export.rows()),
                                seconds(export.copyingTable().toMillis()),
                                "")));
        text.item("the file: %,d MB".formatted(export.bytes() / 1_000_000));
        text.item("resident memory of the ledger: %,d MB before, at most %,d MB"
                .formatted(export.resident().before() / 1024, export.resident().most() / 1024));
        text.item("its heap, garbage included: %,d MB before, at most %,d MB"
                .formatted(export.heap().before() >> 20, export.heap().most() >> 20));
    }

    private static String count(long number) {
        return "%,d".formatted(number);
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
