package io.firstfill.simulator.behaviour;

import java.math.BigDecimal;

/**
 * The market of a pair at one time, as its course has it.
 *
 * @param factor multiple of the reference price
 * @param halted whether trading is halted
 * @param sides the sides that the market maker quotes
 */
public record MarketCondition(BigDecimal factor, boolean halted, QuotedSides sides) {

    /** The reference price, quoted on both sides. */
    static final MarketCondition USUAL = new MarketCondition(BigDecimal.ONE, false, QuotedSides.BOTH);
}
