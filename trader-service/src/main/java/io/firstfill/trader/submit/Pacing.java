package io.firstfill.trader.submit;

import java.time.Duration;
import java.time.Instant;

/**
 * The moments of the requests of one buy around a scheduled opening: a volley on an even grid over the time in which
 * the opening is likely, perhaps one request later in that second, and an even pace from the second after on. The next
 * request never leaves before the refusal of the one before: where the round trip is longer than the gap of the grid,
 * the round trip is the pace.
 *
 * @param shots requests of this buy that the order rate has room for in the second of the opening, the first one
 *     included; at least 1
 * @param spare whether one more follows for an opening after the likely time
 * @param window the time after the announced opening in which the opening is likely
 * @param interval between two requests after that second
 */
public record Pacing(int shots, boolean spare, Duration window, Duration interval) {
    /** The order rate has room again: a second later, and the margin of the budget's window. */
    static final Duration RENEWED = Duration.ofMillis(1_020);

    private static final Duration SPARE_AT = Duration.ofMillis(250);
    private static final Duration SOON = Duration.ofMillis(1);

    /**
     * Returns how many requests of one buy fit into the second of an opening.
     *
     * @param rate orders that the exchange takes in any second
     * @param sharers buys that open in that second, this one included: each gets the same part
     * @param reserve orders that may follow this buy's answer, and find room in that second
     */
    public static int shots(int rate, int sharers, int reserve) {
        return Math.max(1, rate / Math.max(1, sharers) - reserve);
    }

    /**
     * Returns the interval between two requests of one buy after the second of its opening: all buys that probe then
     * leave the reserve of the rate to what follows their answers. Each has a whole number of requests in a second,
     * because buys of one opening send at the same moments.
     *
     * @param least never shorter than this
     * @param rate orders that these buys may send together in any second
     * @param sharers buys that probe, this one included
     * @param reserve orders that may follow an answer
     */
    public static Duration interval(Duration least, int rate, int sharers, int reserve) {
        int probes = Math.max(1, rate - reserve);
        Duration even = sharers <= probes
                ? RENEWED.dividedBy(probes / sharers)
                : RENEWED.multipliedBy(Math.ceilDiv(sharers, probes));
        return even.compareTo(least) < 0 ? least : even;
    }

    /** Returns whether the second of an opening has passed when the next request after this one is due. */
    static boolean isLate(Instant first, Instant last, Duration interval) {
        return !last.isBefore(first.plus(RENEWED).minus(interval));
    }

    /**
     * Returns when the next request is to be fired, by our clock; a moment that has passed means at once.
     *
     * @param refused requests answered "not open yet" so far
     * @param first when a request has to be fired to arrive at the announced opening
     * @param last when the last request was fired
     */
    public Instant next(int refused, Instant first, Instant last) {
        if (last.isBefore(first.minus(SOON))) {
            return first;
        }
        if (refused < shots) {
            return onGrid(first, last, window.dividedBy(Math.max(1, shots - 1)));
        }
        Instant spared = first.plus(SPARE_AT);
        if (spare && refused == shots && last.isBefore(spared)) {
            return spared;
        }
        Instant renewed = first.plus(RENEWED);
        return isLate(first, last, interval) ? last.plus(interval) : renewed;
    }

    /** The next point of the grid, counted from the opening, so that lateness does not add up. */
    private static Instant onGrid(Instant first, Instant last, Duration gap) {
        long passed =
                Math.max(0, Duration.between(first, last).plus(gap.dividedBy(2)).dividedBy(gap));
        return first.plus(gap.multipliedBy(passed + 1));
    }
}
