package io.firstfill.benchmark.result;

import java.util.List;
import java.util.OptionalLong;

/**
 * Percentiles of raw samples by nearest rank: each percentile is a sample that was measured.
 *
 * @param sorted microseconds, ascending
 * @param missing the number of expected samples that do not exist, such as listings not bought; they rank behind all
 *     others
 */
public record Percentiles(List<Long> sorted, int missing) {
    public Percentiles {
        sorted = sorted.stream().sorted().toList();
    }

    public static Percentiles of(List<Long> micros) {
        return new Percentiles(micros, 0);
    }

    /** The number of samples, missing ones included. */
    public int count() {
        return sorted.size() + missing;
    }

    /** Empty without samples, and where the rank falls among the missing samples. */
    public OptionalLong percentile(int percent) {
        int rank = Math.max(1, Math.ceilDiv(percent * count(), 100));
        return rank <= sorted.size() ? OptionalLong.of(sorted.get(rank - 1)) : OptionalLong.empty();
    }

    public OptionalLong median() {
        return percentile(50);
    }
}
