package io.firstfill.contract.configuration;

import java.util.Objects;

/**
 * Sells all of a position when its price has fallen too far from its highest since the first fill.
 *
 * @param below how far under the highest bid, over 0 and under 1
 * @param activation how far over the average price paid the highest bid must have been, 0 for at once
 */
public record TrailingStop(Ratio below, Ratio activation) {
    public TrailingStop {
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(activation, "activation");
        ExitPlan.requireFall(below);
    }
}
