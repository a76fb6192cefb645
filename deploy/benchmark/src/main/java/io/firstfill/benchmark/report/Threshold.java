package io.firstfill.benchmark.report;

import io.firstfill.benchmark.floor.FloorSample;
import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.result.TimelinePoint;
import io.firstfill.benchmark.schedule.Phase;
import java.util.List;
import java.util.OptionalLong;

/**
 * A limit that a figure must keep to, with the measured figure, both in microseconds.
 *
 * @param measured empty when the figure's rank falls among listings that were not bought
 * @param limit empty when the reference floor was not measured
 * @param samples the number of samples that the figure rests on
 * @param needed the number of samples below which the figure proves nothing
 */
record Threshold(String name, OptionalLong measured, OptionalLong limit, int samples, int needed) {
    private static final int OPENINGS = 200;
    private static final int SURPRISES = 60;

    /** The thresholds that must hold on an idle machine; SC-002 is less strict. */
    static List<Threshold> all(BenchmarkResults results) {
        Percentiles exact = results.lag(Phase.EXACT);
        Percentiles late = results.lag(Phase.LATE);
        Percentiles inside = results.between(Phase.SURPRISE, TimelinePoint.SIGNALED, TimelinePoint.WRITTEN);
        OptionalLong floor = floor(results);
        OptionalLong twice = floor.isEmpty() ? floor : OptionalLong.of(2 * floor.getAsLong());
        return List.of(
                opening("(a) exactly at T, median", exact.median(), 2_000, exact),
                opening("(a) exactly at T, p99", exact.percentile(99), 15_000, exact),
                opening("(a) 0 to 40 ms late, median", late.median(), 5_000, late),
                new Threshold(
                        "(c) signal published → written, median, against twice the floor",
                        inside.median(),
                        twice,
                        inside.count(),
                        SURPRISES));
    }

    private static Threshold opening(String name, OptionalLong measured, long limit, Percentiles of) {
        return new Threshold(name, measured, OptionalLong.of(limit), of.count(), OPENINGS);
    }

    /** The median of a bare hop plus the median of writing a bare request; empty when either was not measured. */
    static OptionalLong floor(BenchmarkResults results) {
        OptionalLong hop = results.floor(FloorSample::hop).median();
        OptionalLong write = results.floor(FloorSample::written).median();
        return hop.isEmpty() || write.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(hop.getAsLong() + write.getAsLong());
    }

    boolean held() {
        return measured.isPresent() && limit.isPresent() && measured.getAsLong() <= limit.getAsLong();
    }

    /** PASS or FAIL, with a remark when there are too few samples. */
    String verdict() {
        String verdict = held() ? "PASS" : "FAIL";
        return samples >= needed ? verdict : verdict + ", but only " + samples + " of " + needed + " samples";
    }
}
