package io.firstfill.trader.submit;

import java.time.Duration;

/**
 * The use of the order rate around an opening: a volley while the opening is likely, few requests for the rest of
 * that second so that a further attempt finds room, then an even pace. The next request never leaves before the refusal
 * of the one before.
 *
 * @param volley number of requests sent at the gap, the first one included
 * @param gap between two requests of the volley
 * @param interval between two requests after the first second
 */
public record Pacing(int volley, Duration gap, Duration interval) {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SPARING = 3;

    /**
     * @param refused requests answered "not open yet" so far
     * @param sinceOpening by the announced time
     * @param sharers buys that open in the same second, this one included
     * @return the shortest time between the last request and the next one
     */
    public Duration next(int refused, Duration sinceOpening, int sharers) {
        int shots = shots(sharers);
        if (refused < shots) {
            return spread(shots);
        }
        return sinceOpening.compareTo(SECOND) < 0 ? interval.multipliedBy(SPARING) : interval;
    }

    /**
     * Requests of one buy's volley: few enough that all sharers together leave room for further attempts in that
     * second.
     */
    private int shots(int sharers) {
        return Math.clamp((volley + 1) / Math.max(1, sharers), 1, Math.max(1, volley));
    }

    /** The gap: fewer requests cover the same time, because openings come some tens of milliseconds late. */
    private Duration spread(int shots) {
        Duration whole = gap.multipliedBy(volley - 1L);
        return shots <= 1 ? gap : whole.dividedBy(shots - 1L);
    }
}
