package io.firstfill.local.bench;

import java.util.List;
import java.util.OptionalLong;

/**
 * Percentiles of raw samples by nearest rank: each is a sample that was measured.
 *
 * @param sorted microseconds, ascending
 * @param missing what should have been measured and never happened; ranks behind every sample
 */
record Spread(List<Long> sorted, int missing) {
    Spread {
        sorted = sorted.stream().sorted().toList();
    }

    static Spread of(List<Long> micros) {
        return new Spread(micros, 0);
    }

    int count() {
        return sorted.size() + missing;
    }

    /** Empty without samples, and where the rank falls among what never happened. */
    OptionalLong percentile(int percent) {
        int rank = Math.max(1, Math.ceilDiv(percent * count(), 100));
        return rank <= sorted.size() ? OptionalLong.of(sorted.get(rank - 1)) : OptionalLong.empty();
    }

    OptionalLong median() {
        return percentile(50);
    }
}
