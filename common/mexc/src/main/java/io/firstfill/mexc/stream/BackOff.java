package io.firstfill.mexc.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Doubling waits, each shortened at random by at most half, so that clients that were cut off together do not return
 * together.
 *
 * @param first wait after the first failure
 * @param longest wait however many failures there were
 */
public record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    public BackOff {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("A back-off grows from at least a millisecond: " + first);
        }
    }

    /** @param failures number of failures in a row, from 1 */
    Duration after(int failures, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long whole = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
        return Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
    }
}
