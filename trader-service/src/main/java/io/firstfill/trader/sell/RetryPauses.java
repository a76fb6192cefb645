package io.firstfill.trader.sell;

import io.firstfill.trader.position.Exit;
import java.time.Duration;
import java.time.Instant;

/** When an exit is tried again, and when a person is called instead. */
final class RetryPauses {
    /** Attempts that follow at once where only the form of the order was refused. */
    private static final int AT_ONCE = 3;

    private RetryPauses() {}

    /** When the next attempt may be made, by our clock. */
    static Instant notBefore(Exit exit, SellSettings settings) {
        int failures = exit.failures();
        if (failures == 0) {
            return Instant.MIN;
        }
        return exit.lastEndedAt().plus(pause(exit, failures, settings));
    }

    private static Duration pause(Exit exit, int failures, SellSettings settings) {
        SellReaction last = exit.lastRefusal().map(SellReaction::of).orElse(SellReaction.WAIT);
        Duration longest = settings.longestPause();
        if (last == SellReaction.SUSPENDED) {
            return longest;
        }
        if (last == SellReaction.CHANGE && failures <= AT_ONCE) {
            return Duration.ZERO;
        }
        Duration growing = settings.pause().multipliedBy(1L << Math.min(20, failures - 1));
        return growing.compareTo(longest) > 0 ? longest : growing;
    }

    /** Returns whether trying again makes no sense any more. */
    static boolean isHopeless(Exit exit, SellSettings settings) {
        boolean refused =
                exit.lastRefusal().map(SellReaction::of).filter(SellReaction.REFUSED::equals).isPresent();
        return exit.failures() >= (refused ? settings.mostRefusals() : settings.mostFailures());
    }
}
