package io.firstfill.contract.configuration;

import java.time.Duration;
import java.util.Objects;

/**
 * Sells all of a position when its price has fallen too far.
 *
 * @param below how far under the average price paid, over 0 and under 1
 * @param confirmation how long the price must stay there, at most 60 s; two readings at least are needed in any case
 * @param grace how long after the first fill no price counts, at most 300 s: a new coin's price jumps
 */
public record StopLoss(Ratio below, Duration confirmation, Duration grace) {
    public StopLoss {
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(confirmation, "confirmation");
        Objects.requireNonNull(grace, "grace");
        ExitPlan.requireFall(below);
        ExitPlan.require("confirmation", confirmation, Duration.ZERO, Duration.ofMinutes(1));
        ExitPlan.require("grace", grace, Duration.ZERO, Duration.ofMinutes(5));
    }
}
