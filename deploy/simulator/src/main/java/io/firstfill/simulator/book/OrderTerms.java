package io.firstfill.simulator.book;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered; never changes.
 *
 * @param price the limit; for a market order its protection price
 * @param quantity in the base asset; an estimate when {@code budget} is given
 * @param budget quote to spend: a market buy walks the asks until it is used up
 * @param feeRate the highest rate this order may have to pay, fixed when its funds were locked
 */
public record OrderTerms(
        String id,
        @Nullable String clientOrderId,
        String account,
        String symbol,
        Side side,
        OrderType type,
        BigDecimal price,
        BigDecimal quantity,
        @Nullable BigDecimal budget,
        BigDecimal feeRate,
        String stpMode) {

    /** What an execution may cost at most in the asset this order pays with. */
    public BigDecimal lockFor(BigDecimal executedQuantity, BigDecimal executedAmount) {
        if (side == Side.SELL) {
            return executedQuantity;
        }
        BigDecimal amount = budget != null ? executedAmount : price.multiply(executedQuantity);
        return amount.add(amount.multiply(feeRate));
    }
}
