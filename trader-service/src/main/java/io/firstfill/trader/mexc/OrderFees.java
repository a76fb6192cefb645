package io.firstfill.trader.mexc;

import static java.util.Objects.requireNonNullElse;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.trader.order.Venue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the fee of an order from its trades. In which asset the exchange takes it is not documented. */
final class OrderFees {
    private OrderFees() {}

    /** The fee by its assets; empty while the trades do not add up to the fill. */
    static Optional<Venue.Fee> of(MexcResult<Rows<MyTrade>> result, Pair pair, Quantity filled) {
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
        Map<String, BigDecimal> byAsset = trades.stream()
                .filter(trade -> trade.commission() != null && trade.commissionAsset() != null)
                .collect(Collectors.toMap(
                        trade -> String.valueOf(trade.commissionAsset()),
                        trade -> requireNonNullElse(trade.commission(), BigDecimal.ZERO)
                                .abs(),
                        BigDecimal::add));
        try {
            return Optional.of(fee(byAsset, pair));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** A code that is no asset of ours is not the base asset, and hides no fee beside it. */
    private static Venue.Fee fee(Map<String, BigDecimal> byAsset, Pair pair) {
        BigDecimal inBase = BigDecimal.ZERO;
        Map<Asset, Amount> others = new HashMap<>();
        for (Map.Entry<String, BigDecimal> fee : byAsset.entrySet()) {
            Optional<Asset> asset = asset(fee.getKey());
            if (asset.filter(pair.base()::equals).isPresent()) {
                inBase = inBase.add(fee.getValue());
            } else if (asset.isPresent() && fee.getValue().signum() > 0) {
                others.merge(asset.get(), new Amount(fee.getValue()), Amount::plus);
            }
        }
        return new Venue.Fee(new Quantity(inBase), others);
    }

    private static Optional<Asset> asset(String code) {
        try {
            return Optional.of(Asset.of(code));
        } catch (IllegalArgumentException notAnAsset) {
            return Optional.empty();
        }
    }
}
