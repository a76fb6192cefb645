package io.firstfill.trader.mexc;

import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.reading.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the fee of an order from its trades. In which asset the exchange takes it is not documented. */
final class OrderFees {
    private OrderFees() {}

    /** The part taken in the base asset; empty while the trades do not add up to the fill. */
    static Optional<Quantity> inBase(MexcResult<Rows<MyTrade>> result, Pair pair, Quantity filled) {
        if (!(result instanceof MexcResult.Answer<Rows<MyTrade>> answer)
                || !answer.value().skipped().isEmpty()) {
            return Optional.empty();
        }
        List<MyTrade> trades = answer.value().read();
        BigDecimal bought = trades.stream().map(MyTrade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean known =
                trades.stream().allMatch(trade -> trade.commission() == null || trade.commissionAsset() != null);
        if (bought.compareTo(filled.value()) != 0 || !known) {
            return Optional.empty();
        }
        BigDecimal fee = trades.stream()
                .filter(trade -> pair.base().toString().equals(trade.commissionAsset()))
                .flatMap(trade -> Stream.ofNullable(trade.commission()))
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return Optional.of(new Quantity(fee));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }
}
