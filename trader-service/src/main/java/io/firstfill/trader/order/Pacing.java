package io.firstfill.trader.order;

import java.time.Duration;

/**
 * How the order budget of an opening is spent: a volley where the opening is likely, little for the rest of that second
 * so that a further attempt finds room, then an even pace. Never faster than refusals come back.
 *
 * @param volley requests at the volley's gap, the first one included
 */
public record Pacing(int volley, Duration gap, Duration interval) {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SPARING = 3;

    /**
     * @param refused requests answered "not open yet" so far
     * @param sinceOpening by the announced time
     * @param sharers buys that open in the same second, this one included
     * @return the least time between the last request and the next
     */
    public Duration next(int refused, Duration sinceOpening, int sharers) {
        int shots = shots(sharers);
        if (refused < shots) {
            return spread(shots);
        }
        return sinceOpening.compareTo(SECOND) < 0 ? interval.multipliedBy(SPARING) : interval;
    }

    /** Few enough that all sharers together leave room for further attempts in that second. */
    private int shots(int sharers) {
        return Math.clamp((volley + 1) / Math.max(1, sharers), 1, Math.max(1, volley));
    }

    /** Fewer shots cover the same time: openings come some tens of milliseconds late. */
    private Duration spread(int shots) {
        Duration whole = gap.multipliedBy(volley - 1L);
        return shots <= 1 ? gap : whole.dividedBy(shots - 1L);
    }
}
