package io.firstfill.local.bench;

import java.util.List;
import java.util.OptionalLong;

/**
 * A promise and what became of it, in microseconds.
 *
 * @param samples what the figure rests on
 * @param needed samples without which nothing is proved
 */
record Threshold(String what, OptionalLong measured, OptionalLong limit, int samples, int needed) {
    private static final int OPENINGS = 200;
    private static final int SURPRISES = 60;

    /** What must hold on an idle machine; SC-002 asks less. */
    static List<Threshold> all(Results results) {
        Spread exact = results.lag(Phase.EXACT);
        Spread late = results.lag(Phase.LATE);
        Spread inside = results.between(Phase.SURPRISE, Step.SIGNALED, Step.WRITTEN);
        OptionalLong floor = floor(results);
        OptionalLong twice = floor.isEmpty() ? floor : OptionalLong.of(2 * floor.getAsLong());
        return List.of(
                new Threshold("(a) exactly at T, median", exact.median(), OptionalLong.of(2_000), exact.count(), OPENINGS),
                new Threshold(
                        "(a) exactly at T, p99",
                        exact.percentile(99),
                        OptionalLong.of(15_000),
                        exact.count(),
                        OPENINGS),
                new Threshold("(a) 0 to 40 ms late, median", late.median(), OptionalLong.of(5_000), late.count(), OPENINGS),
                new Threshold(
                        "(c) signal published → written, median, against twice the floor",
                        inside.median(),
                        twice,
                        inside.count(),
                        SURPRISES));
    }

    /** Median of a bare hop and of the writing of a bare request; empty when neither was measured. */
    static OptionalLong floor(Results results) {
        OptionalLong hop = results.floor(FloorSample::hop).median();
        OptionalLong write = results.floor(FloorSample::written).median();
        return hop.isEmpty() || write.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(hop.getAsLong() + write.getAsLong());
    }

    boolean held() {
        return measured.isPresent() && limit.isPresent() && measured.getAsLong() <= limit.getAsLong();
    }

    String verdict() {
        String judged = held() ? "PASS" : "FAIL";
        return samples >= needed ? judged : judged + ", but only " + samples + " of " + needed + " samples";
    }
}
