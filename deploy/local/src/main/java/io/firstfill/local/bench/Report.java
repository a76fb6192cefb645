package io.firstfill.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The figures in words, as Markdown. */
final class Report {
    private static final List<Step> SCHEDULED = List.of(Step.OPENING, Step.FIRED, Step.WRITTEN, Step.RECEIVED);
    private static final List<Step> SURPRISE = List.of(
            Step.TRUE_OPEN,
            Step.DETECTED,
            Step.SIGNALED,
            Step.CONSUMED,
            Step.FIRED,
            Step.DURABLE,
            Step.WRITTEN,
            Step.RECEIVED);
    private static final List<Step> INSIDE = List.of(Step.SIGNALED, Step.CONSUMED, Step.DURABLE, Step.WRITTEN);

    private final Results results;
    private final Markdown text = new Markdown();

    private Report(Results results) {
        this.results = results;
    }

    static String of(Conditions conditions, Results results, String samples) {
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
                List.of("bar", "at most, ms", "measured, ms", "verdict"),
                Threshold.all(results).stream().map(Report::verdict).toList());
        text.paragraph("""
                Percentiles are raw samples by nearest rank. A listing that was not bought, or bought twice, ranks behind all
                others; a dash is such a rank, or no sample at all. A verdict rests on the machine: see load and processors below.""");
    }

    private static List<String> verdict(Threshold bar) {
        return List.of(bar.what(), Micros.shown(bar.limit()), Micros.shown(bar.measured()), bar.verdict());
    }

    private void conditions(Conditions conditions, String samples) {
        text.heading(2, "Conditions");
        conditions.known().forEach((name, value) -> text.item(name + ": " + value));
        text.item("raw samples: " + samples);
    }

    private void scheduled() {
        text.heading(2, "(a) Scheduled open");
        text.paragraph(
                "Arrival at the exchange of the request that was taken, after the true open; the exchange's own log.");
        text.table(
                Rows.HEAD,
                scheduledPhases()
                        .map(phase -> Rows.of(phase.label(), results.lag(phase)))
                        .toList());
        text.table(
                List.of("", "n", "first request too early", "requests refused", "most for one listing"),
                scheduledPhases().map(phase -> Rows.early(results, phase)).toList());
        text.table(
                Rows.HEAD,
                scheduledPhases()
                        .flatMap(phase -> Rows.byRefusals(results, phase).stream())
                        .toList());
        text.paragraph(
                "The same by the ledger's timeline, exactly at T. \"Written\" and \"received\" are of the request that was taken;"
                        + " it is the first one unless there were refusals.");
        text.table(Rows.HEAD, Rows.way(results, Phase.EXACT, SCHEDULED));
        text.paragraph(Rows.dominant(results, Phase.EXACT, SCHEDULED));
    }

    private static Stream<Phase> scheduledPhases() {
        return Stream.of(Phase.EXACT, Phase.LATE);
    }

    private void surprises() {
        text.heading(2, "(b) Surprise");
        text.paragraph(
                "From the moment the feed could show the pair to the order's arrival. The first part is the scanner's polling"
                        + " interval and the answer's way; it starts at a random place in the interval.");
        text.table(Rows.HEAD, List.of(Rows.of("visible → received, of all", results.lag(Phase.SURPRISE))));
        text.paragraph("The parts, of those that were bought:");
        text.table(Rows.HEAD, Rows.way(results, Phase.SURPRISE, SURPRISE));
        text.paragraph(Rows.dominant(results, Phase.SURPRISE, SURPRISE));
    }

    private void inside() {
        text.heading(2, "(c) Inside our services");
        text.paragraph(
                "\"Signal published\" is the time the scanner wrote into the signal, before it was serialised and sent.");
        text.table(Rows.HEAD, Rows.way(results, Phase.SURPRISE, INSIDE));
        text.paragraph(Rows.dominant(results, Phase.SURPRISE, INSIDE));
        text.paragraph(
                "The floor, sampled between the same surprises from one process with warm connections: a bare producer and"
                        + " consumer on the same broker (acks=all, no linger, three partitions), and a bare kept connection to the same"
                        + " simulator. Between a signal and its request lie two appends, the signal's and OrderSubmitted's: the floor that"
                        + " is judged has only the hop, the one below it the second append as well.");
        text.table(
                Rows.HEAD,
                List.of(
                        Rows.of("bare hop, producer → consumer", results.floor(FloorSample::hop)),
                        Rows.of("bare append, acknowledged", results.floor(FloorSample::append)),
                        Rows.of("bare POST → written", results.floor(FloorSample::written)),
                        Rows.of("bare POST → answered", results.floor(FloorSample::answered))));
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
        OptionalLong ours =
                results.between(Phase.SURPRISE, Step.SIGNALED, Step.WRITTEN).median();
        boolean known = ours.isPresent() && micros.isPresent() && micros.getAsLong() > 0;
        String ratio = known ? Micros.ratio(ours.getAsLong(), micros.getAsLong()) + " times that" : "–";
        return List.of(label, Micros.shown(micros), ratio);
    }

    private void firsts() {
        text.heading(2, "First of a life");
        text.paragraph("The first listings after the start of every process, in none of the figures above.");
        List<List<String>> rows = new ArrayList<>();
        rows.add(Rows.of(Phase.FIRST_SCHEDULED.label() + ", true open → received", results.lag(Phase.FIRST_SCHEDULED)));
        rows.add(Rows.of(Phase.FIRST_SURPRISE.label() + ", true open → received", results.lag(Phase.FIRST_SURPRISE)));
        rows.add(Rows.of(
                Phase.FIRST_SURPRISE.label() + ", signal published → written",
                results.between(Phase.FIRST_SURPRISE, Step.SIGNALED, Step.WRITTEN)));
        text.table(Rows.HEAD, rows);
    }

    private void failures() {
        text.heading(2, "Not bought, or bought twice");
        List<Outcome> failed =
                results.outcomes().stream().filter(outcome -> !outcome.bought()).toList();
        if (failed.isEmpty()) {
            text.paragraph("None of " + results.outcomes().size() + ".");
        }
        failed.forEach(outcome -> text.item("%s (%s): %s; %d requests reached the exchange"
                .formatted(
                        outcome.coming().pair(),
                        outcome.coming().phase().label(),
                        outcome.result(),
                        outcome.arrivals().size())));
    }
}
