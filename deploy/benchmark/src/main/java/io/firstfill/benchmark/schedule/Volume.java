package io.firstfill.benchmark.schedule;

/**
 * The number of listings of each phase.
 *
 * @param firsts surprises, and as many scheduled listings, that open before all others and are reported apart: the
 *     first orders after a start are slower than the later ones
 * @param exact scheduled listings that open exactly at T
 * @param late scheduled listings that open up to 40 ms late
 */
public record Volume(int firsts, int exact, int late, int surprises) {
    /** Enough for a p99, in about a quarter of an hour. */
    public static final Volume FULL = new Volume(5, 200, 200, 64);

    /** Enough to show that everything works; too few for a verdict. */
    public static final Volume QUICK = new Volume(2, 10, 10, 5);

    public int listings() {
        return 2 * firsts + exact + late + surprises;
    }
}
