package io.firstfill.trader.position;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Held;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The coins of one position by order: bought, sold, and the fees of both. An order counts once, however often its
 * events are read. Confined to the event loop.
 */
final class Coins {
    private final Map<ClientOrderId, Held> bought = new LinkedHashMap<>();
    private final Map<ClientOrderId, Held> sold = new LinkedHashMap<>();
    private final Map<ClientOrderId, Quantity> baseFees = new HashMap<>();
    private final Map<ClientOrderId, Map<Asset, Amount>> otherFees = new HashMap<>();

    /** Returns whether the order was not known. */
    boolean bought(ClientOrderId order, Held fill) {
        return !fill.isNothing() && bought.putIfAbsent(order, fill) == null;
    }

    /** Takes the sum that the order has sold so far; returns whether it is larger than before. */
    boolean sold(ClientOrderId order, Held fill) {
        Held before = sold.getOrDefault(order, Held.NOTHING);
        boolean more = fill.quantity().compareTo(before.quantity()) > 0;
        if (more) {
            sold.put(order, fill);
        }
        return more;
    }

    void fee(PositionChanged event) {
        ClientOrderId order = event.clientOrderId();
        Quantity fee = event.feeQuantity();
        if (order != null && fee != null && baseFees.putIfAbsent(order, fee) == null) {
            Map<Asset, Amount> others = event.otherFees();
            otherFees.put(order, others == null ? Map.of() : others);
        }
    }

    boolean knowsFee(ClientOrderId order) {
        return baseFees.containsKey(order);
    }

    /** Less the fees taken of it. */
    Held bought() {
        return bought.entrySet().stream()
                .map(one -> one.getValue().without(baseFees.getOrDefault(one.getKey(), Quantity.ZERO)))
                .reduce(Held.NOTHING, Held::plus);
    }

    int boughtDecimals() {
        return bought.values().stream()
                .mapToInt(fill -> fill.quantity().value().stripTrailingZeros().scale())
                .max()
                .orElse(0);
    }

    /** Before fees. */
    Held sold() {
        return sold.values().stream().reduce(Held.NOTHING, Held::plus);
    }

    /** Less the fees taken in the quote asset. */
    Held sold(Asset quote) {
        BigDecimal fees = sold.keySet().stream()
                .map(order -> otherFees.getOrDefault(order, Map.of()).getOrDefault(quote, Amount.ZERO))
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Held gross = sold();
        return new Held(gross.quantity(), new Amount(gross.cost().value().subtract(fees).max(BigDecimal.ZERO)));
    }

    /** What is left, less fees that a sell has taken in the base asset. */
    Quantity left() {
        BigDecimal fees = sold.keySet().stream()
                .map(order -> baseFees.getOrDefault(order, Quantity.ZERO).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = bought().quantity().value().subtract(sold().quantity().value()).subtract(fees);
        return new Quantity(left.max(BigDecimal.ZERO));
    }
}
