package io.firstfill.benchmark.report;

import io.firstfill.benchmark.floor.FloorSample;
import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.result.ListingResult;
import io.firstfill.benchmark.result.TimelinePoint;
import io.firstfill.benchmark.schedule.Phase;
import io.firstfill.benchmark.time.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Writes the results as a report in Markdown. */
public final class Report {
    private static final List<TimelinePoint> SCHEDULED =
            List.of(TimelinePoint.OPENING, TimelinePoint.FIRED, TimelinePoint.WRITTEN, TimelinePoint.RECEIVED);
    private static final List<TimelinePoint> SURPRISE = List.of(
            TimelinePoint.TRUE_OPEN,
            TimelinePoint.DETECTED,
            TimelinePoint.SIGNALED,
            TimelinePoint.CONSUMED,
            TimelinePoint.FIRED,
            TimelinePoint.DURABLE,
            TimelinePoint.WRITTEN,
            TimelinePoint.RECEIVED);
    private static final List<TimelinePoint> INSIDE =
            List.of(TimelinePoint.SIGNALED, TimelinePoint.CONSUMED, TimelinePoint.DURABLE, TimelinePoint.WRITTEN);

    private final BenchmarkResults results;
    private final Markdown text = new Markdown();

    private Report(BenchmarkResults results) {
        this.results = results;
    }

    /** @param samples the names of the files with the raw samples */
    public static String of(Conditions conditions, BenchmarkResults results, String samples) {
        Report report = new Report(results);
        report.verdicts();
        report.conditions(conditions, samples);
        report.scheduled();
        report.surprises();
        report.inside();
        report.firsts();
        report.failures();
        return report.text.toString();
    }

    private void verdicts() {
        text.heading(1, "Benchmark of the open");
        text.table(
                List.of("threshold", "at most, ms", "measured, ms", "verdict"),
                Threshold.all(results).stream().map(Report::row).toList());
        text.paragraph("""
                Percentiles are raw samples by nearest rank. A listing that was not bought, or bought twice, ranks
                behind all others; a dash is such a rank, or no sample at all. A verdict depends on the machine: see
                load and processors below.""");
    }

    private static List<String> row(Threshold threshold) {
        return List.of(
                threshold.name(),
                Micros.shown(threshold.limit()),
                Micros.shown(threshold.measured()),
                threshold.verdict());
    }

    private void conditions(Conditions conditions, String samples) {
        text.heading(2, "Conditions");
        conditions.entries().forEach((name, value) -> text.item(name + ": " + value));
        text.item("raw samples: " + samples);
    }

    private void scheduled() {
        text.heading(2, "(a) Scheduled open");
        text.paragraph("Arrival at the exchange of the request that was taken, after the true open; the exchange's"
                + " own log.");
        text.table(
                ReportRows.HEAD,
                scheduledPhases()
                        .map(phase -> ReportRows.of(phase.label(), results.lag(phase)))
                        .toList());
        text.table(
                List.of("", "n", "first request too early", "requests refused", "most for one listing"),
                scheduledPhases().map(phase -> ReportRows.early(results, phase)).toList());
        text.table(
                ReportRows.HEAD,
                scheduledPhases()
                        .flatMap(phase -> ReportRows.byRefusals(results, phase).stream())
                        .toList());
        text.paragraph("The same by the ledger's timeline, exactly at T. \"Written\" and \"received\" are of the"
                + " request that was taken; it is the first one unless there were refusals.");
        text.table(ReportRows.HEAD, ReportRows.sections(results, Phase.EXACT, SCHEDULED));
        text.paragraph(ReportRows.longestSection(results, Phase.EXACT, SCHEDULED));
    }

    private static Stream<Phase> scheduledPhases() {
        return Stream.of(Phase.EXACT, Phase.LATE);
    }

    private void surprises() {
        text.heading(2, "(b) Surprise");
        text.paragraph("From the moment the feed could show the pair to the order's arrival. The first section is"
                + " the scanner's polling interval and the time of its answer; it starts at a random place in"
                + " the interval.");
        text.table(ReportRows.HEAD, List.of(ReportRows.of("visible → received, of all", results.lag(Phase.SURPRISE))));
        text.paragraph("The sections, of the listings that were bought:");
        text.table(ReportRows.HEAD, ReportRows.sections(results, Phase.SURPRISE, SURPRISE));
        text.paragraph(ReportRows.longestSection(results, Phase.SURPRISE, SURPRISE));
    }

    private void inside() {
        text.heading(2, "(c) Inside our services");
        text.paragraph("\"Signal published\" is the time the scanner wrote into the signal, before it was serialised"
                + " and sent.");
        text.table(ReportRows.HEAD, ReportRows.sections(results, Phase.SURPRISE, INSIDE));
        text.paragraph(ReportRows.longestSection(results, Phase.SURPRISE, INSIDE));
        text.paragraph("The floor, sampled between the same surprises from one process with warm connections: a bare"
                + " producer and consumer on the same broker (acks=all, no linger, three partitions), and a bare"
                + " kept connection to the same simulator. Between a signal and its request lie two appends, the"
                + " signal's and OrderSubmitted's: the floor that is judged has only the hop, the one below it"
                + " the second append as well.");
        text.table(
                ReportRows.HEAD,
                List.of(
                        ReportRows.of("bare hop, producer → consumer", results.floor(FloorSample::hop)),
                        ReportRows.of("bare append, acknowledged", results.floor(FloorSample::append)),
                        ReportRows.of("bare POST → written", results.floor(FloorSample::written)),
                        ReportRows.of("bare POST → answered", results.floor(FloorSample::answered))));
        text.table(List.of("sum of medians", "ms", "signal published → written is"), floors());
    }

    private List<List<String>> floors() {
        OptionalLong floor = Threshold.floor(results);
        OptionalLong append = results.floor(FloorSample::append).median();
        OptionalLong answer = results.floor(FloorSample::answered).median();
        OptionalLong hop = results.floor(FloorSample::hop).median();
        return List.of(
                sum("floor: hop + POST written", floor),
                sum("with durability: hop + append + POST written", plus(floor, append)),
                sum("hop + POST answered", plus(hop, answer)));
    }

    private static OptionalLong plus(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(one.getAsLong() + other.getAsLong());
    }

    private List<String> sum(String label, OptionalLong micros) {
        OptionalLong ours = results.between(Phase.SURPRISE, TimelinePoint.SIGNALED, TimelinePoint.WRITTEN)
                .median();
        boolean known = ours.isPresent() && micros.isPresent() && micros.getAsLong() > 0;
        String ratio = known ? Micros.ratio(ours.getAsLong(), micros.getAsLong()) + " times that" : "–";
        return List.of(label, Micros.shown(micros), ratio);
    }

    private void firsts() {
        text.heading(2, "First after the start");
        text.paragraph("The first listings after the start of every process, in none of the figures above.");
        List<List<String>> rows = new ArrayList<>();
        rows.add(ReportRows.of(
                Phase.FIRST_SCHEDULED.label() + ", true open → received", results.lag(Phase.FIRST_SCHEDULED)));
        rows.add(ReportRows.of(
                Phase.FIRST_SURPRISE.label() + ", true open → received", results.lag(Phase.FIRST_SURPRISE)));
        rows.add(ReportRows.of(
                Phase.FIRST_SURPRISE.label() + ", signal published → written",
                results.between(Phase.FIRST_SURPRISE, TimelinePoint.SIGNALED, TimelinePoint.WRITTEN)));
        text.table(ReportRows.HEAD, rows);
    }

    private void failures() {
        text.heading(2, "Not bought, or bought twice");
        List<ListingResult> failed =
                results.listings().stream().filter(result -> !result.bought()).toList();
        if (failed.isEmpty()) {
            text.paragraph("None of " + results.listings().size() + ".");
        }
        failed.forEach(result -> text.item("%s (%s): %s; %d requests reached the exchange"
                .formatted(
                        result.listing().pair(),
                        result.listing().phase().label(),
                        result.result(),
                        result.arrivals().size())));
    }
}
