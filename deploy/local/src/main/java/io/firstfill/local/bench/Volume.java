package io.firstfill.local.bench;

/**
 * How many listings of each kind.
 *
 * @param firsts of either kind, opened before the others and told apart: the first of a life
 */
record Volume(int firsts, int exact, int late, int surprises) {
    /** Enough for a p99, in about a quarter of an hour. */
    static final Volume FULL = new Volume(5, 200, 200, 64);

    /** Shows that everything works. Too few for a verdict. */
    static final Volume QUICK = new Volume(2, 10, 10, 5);

    int listings() {
        return 2 * firsts + exact + late + surprises;
    }
}
