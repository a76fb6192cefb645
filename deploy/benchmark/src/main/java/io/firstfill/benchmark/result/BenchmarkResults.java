package io.firstfill.benchmark.result;

import io.firstfill.benchmark.floor.FloorSample;
import io.firstfill.benchmark.schedule.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Everything that was measured. The report and the raw samples are views of it. */
public record BenchmarkResults(List<ListingResult> listings, List<FloorSample> floor) {
    public BenchmarkResults {
        listings = List.copyOf(listings);
        floor = List.copyOf(floor);
    }

    public List<ListingResult> of(Phase phase) {
        return listings.stream()
                .filter(result -> result.listing().phase() == phase)
                .toList();
    }

    /** The lags of all listings of the phase; listings not bought rank last. */
    public Percentiles lag(Phase phase) {
        return percentiles(of(phase), ListingResult::lag);
    }

    /** The durations between two points of the timeline, of the listings of the phase that were bought. */
    public Percentiles between(Phase phase, TimelinePoint from, TimelinePoint to) {
        return percentiles(
                of(phase).stream().filter(ListingResult::bought).toList(), result -> result.between(from, to));
    }

    /** The percentiles of one figure of the listings; listings without the figure rank last. */
    public static Percentiles percentiles(
            List<ListingResult> listings, Function<ListingResult, Optional<Long>> figure) {
        List<Long> known =
                listings.stream().map(figure).flatMap(Optional::stream).toList();
        return new Percentiles(known, listings.size() - known.size());
    }

    /** The percentiles of one figure of the reference floor. */
    public Percentiles floor(ToLongFunction<FloorSample> figure) {
        return Percentiles.of(floor.stream().mapToLong(figure).boxed().toList());
    }
}
