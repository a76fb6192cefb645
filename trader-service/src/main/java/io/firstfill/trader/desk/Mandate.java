package io.firstfill.trader.desk;

import java.util.function.BooleanSupplier;

/**
 * The right to act for an account: at most one trader has it at a time. Without it no order leaves and no fact is told,
 * because another one may be doing both.
 *
 * @param trader who has it or not
 * @param held asked from any thread, right before a request; no I/O
 */
record Mandate(String trader, BooleanSupplier held) {
    static final Mandate ALWAYS = new Mandate("only one", () -> true);

    boolean holds() {
        return held.getAsBoolean();
    }
}
