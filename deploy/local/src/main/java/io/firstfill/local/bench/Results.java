package io.firstfill.local.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Everything measured; the report and the samples are views of it. */
record Results(List<Outcome> outcomes, List<FloorSample> floor) {
    Results {
        outcomes = List.copyOf(outcomes);
        floor = List.copyOf(floor);
    }

    List<Outcome> of(Phase phase) {
        return outcomes.stream()
                .filter(outcome -> outcome.coming().phase() == phase)
                .toList();
    }

    /** Of every listing of the phase: what was not bought ranks last. */
    Spread lag(Phase phase) {
        return spread(of(phase), Outcome::lag);
    }

    /** Of every listing of the phase that was bought. */
    Spread between(Phase phase, Step from, Step to) {
        return spread(of(phase).stream().filter(Outcome::bought).toList(), outcome -> outcome.between(from, to));
    }

    static Spread spread(List<Outcome> outcomes, Function<Outcome, Optional<Long>> figure) {
        List<Long> known =
                outcomes.stream().map(figure).flatMap(Optional::stream).toList();
        return new Spread(known, outcomes.size() - known.size());
    }

    Spread floor(ToLongFunction<FloorSample> figure) {
        return Spread.of(floor.stream().mapToLong(figure).boxed().toList());
    }
}
