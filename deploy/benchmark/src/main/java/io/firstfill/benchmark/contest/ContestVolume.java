package io.firstfill.benchmark.contest;

/**
 * The number of listings of each mode.
 *
 * @param scheduled announced openings, one after the other
 * @param groups times that ten pairs open in one second
 */
public record ContestVolume(int scheduled, int groups, int surprises) {
    /** Enough for a p95 that means something, in about twenty-five minutes. */
    public static final ContestVolume FULL = new ContestVolume(70, 7, 40);

    /** Enough to show that everything works, in about nine minutes. */
    public static final ContestVolume QUICK = new ContestVolume(8, 1, 5);
}
