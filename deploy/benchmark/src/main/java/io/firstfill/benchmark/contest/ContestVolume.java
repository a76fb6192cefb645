package io.firstfill.benchmark.contest;

import java.util.List;

/**
 * The number of listings of each mode.
 *
 * @param scheduled announced openings, one after the other
 * @param groups times that ten pairs open in one second
 * @param modes that are measured, in this order
 */
public record ContestVolume(int scheduled, int groups, int surprises, List<ContestMode> modes) {
    /** Enough for a p95 that means something, in about twenty-five minutes. */
    public static final ContestVolume FULL = new ContestVolume(70, 7, 40, List.of(ContestMode.values()));

    /** Enough to show that everything works, in about nine minutes. */
    public static final ContestVolume QUICK = new ContestVolume(8, 1, 5, List.of(ContestMode.values()));

    public ContestVolume {
        modes = List.copyOf(modes);
    }

    /** The same numbers, for these modes alone. */
    public ContestVolume of(List<ContestMode> chosen) {
        return new ContestVolume(scheduled, groups, surprises, chosen);
    }
}
