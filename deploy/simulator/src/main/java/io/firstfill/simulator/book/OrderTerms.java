package io.firstfill.simulator.book;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an accepted order, which never change.
 *
 * @param price the limit; for a market order its protection price
 * @param quantity in the base asset; an estimate when {@code budget} is given
 * @param budget the quote amount to spend: a market buy takes asks until the budget is used up
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

    /** The highest cost of an execution, fee included, in the asset with which this order pays. */
    public BigDecimal lockFor(BigDecimal executedQuantity, BigDecimal executedAmount) {
        if (side == Side.SELL) {
            return executedQuantity;
        }
        BigDecimal amount = budget != null ? executedAmount : price.multiply(executedQuantity);
        return amount.add(amount.multiply(feeRate));
    }
}
