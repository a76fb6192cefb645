package io.firstfill.simulator.market;

import java.math.BigDecimal;

/** Statistics over all trades of a pair since the process started. The 24-hour ticker reports them. */
public record TradeStatistics(
        BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal volume, BigDecimal amount, long openMillis) {

    static TradeStatistics first(Trade trade) {
        return new TradeStatistics(
                trade.price(), trade.price(), trade.price(), trade.quantity(), trade.amount(), trade.timeMillis());
    }

    TradeStatistics and(Trade trade) {
        return new TradeStatistics(
                open,
                high.max(trade.price()),
                low.min(trade.price()),
                volume.add(trade.quantity()),
                amount.add(trade.amount()),
                openMillis);
    }
}
