package io.firstfill.contract.configuration;

import java.util.Objects;

/**
 * A level at which a share of a position is sold.
 *
 * @param above how far over the average price paid, over 0: 0.5 for 50 %
 * @param share of the position as bought, over 0 and at most 1
 * @param resting whether a limit order waits at the exchange for the price
 */
public record TakeProfit(Ratio above, Ratio share, boolean resting) {
    public TakeProfit {
        Objects.requireNonNull(above, "above");
        Objects.requireNonNull(share, "share");
        if (above.value().signum() == 0) {
            throw new IllegalArgumentException("above must be over 0");
        }
        if (!share.isShare()) {
            throw new IllegalArgumentException("share must be over 0 and at most 1");
        }
    }
}
