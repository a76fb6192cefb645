package io.firstfill.trader.exit;

import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that has triggered.
 *
 * @param triggerPrice the price that the plan names, in quote; null for the longest holding
 * @param seenPrice the best bid that triggered, in quote; null where no price has
 * @param pricedAt when that bid was read, by our clock; null where no price has triggered
 * @param quantity base to sell: a part, or for all but a take-profit everything left, whatever is promised
 * @param resting whether a limit order is to wait at the exchange for the trigger price
 */
public record ExitTrigger(
        Rule rule,
        @Nullable Price triggerPrice,
        @Nullable Price seenPrice,
        @Nullable Instant pricedAt,
        Quantity quantity,
        boolean resting) {
    public ExitTrigger {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(quantity, "quantity");
    }
}
