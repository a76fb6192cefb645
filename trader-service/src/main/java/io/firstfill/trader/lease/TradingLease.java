package io.firstfill.trader.lease;

import java.util.function.BooleanSupplier;

/**
 * The right to act for an account, held by at most one trader at a time. Without it no order leaves and no event is
 * published, because another trader may be doing both (decision 5).
 *
 * @param trader the instance that has it or not
 * @param held asked from any thread, right before a request; does no I/O
 */
public record TradingLease(String trader, BooleanSupplier held) {
    /** For what needs no lease: alerts, and the warm-up, whose orders go nowhere. */
    public static final TradingLease ALWAYS = new TradingLease("no lease needed", () -> true);

    public boolean holds() {
        return held.getAsBoolean();
    }
}
