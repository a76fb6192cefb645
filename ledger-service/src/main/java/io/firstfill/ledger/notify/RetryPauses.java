package io.firstfill.ledger.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between the attempts at one delivery: each twice as long as the one before, up to the longest, less a
 * random part of up to a half, so that deliveries which failed together do not come back together.
 */
public final class RetryPauses {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    public RetryPauses(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** @param attempts those that failed, at least 1 */
    public Duration after(int attempts) {
        long millis = first.toMillis();
        for (int i = 1; i < attempts && millis < longest.toMillis(); i++) {
            millis *= 2;
        }
        long bounded = Math.min(millis, longest.toMillis());
        return Duration.ofMillis(bounded - random.nextLong(bounded / 2 + 1));
    }
}
