package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Makes our snapshots of an order of what the exchange shows of it. */
final class OrderSnapshots {
    private OrderSnapshots() {}

    /** An order whose figures cannot be represented is asked about again. */
    static OrderQueryResult shown(Supplier<OrderSnapshot> snapshot) {
        try {
            return new OrderQueryResult.Found(snapshot.get());
        } catch (IllegalArgumentException e) {
            return new OrderQueryResult.Unreadable("figures out of range");
        }
    }

    static OrderSnapshot sum(List<MyTrade> trades) {
        Quantity filled = Quantity.ZERO;
        Amount spent = Amount.ZERO;
        for (MyTrade trade : trades) {
            BigDecimal quote = trade.quoteQuantity();
            filled = filled.plus(new Quantity(trade.quantity()));
            spent = spent.plus(Amount.rounded(quote == null ? trade.price().multiply(trade.quantity()) : quote));
        }
        ExchangeOrderId order = new ExchangeOrderId(trades.getFirst().orderId().value());
        return new OrderSnapshot(order, OrderSnapshot.Status.OPEN, filled, spent);
    }

    static OrderSnapshot of(OrderDetail order) {
        Quantity filled = new Quantity(order.executedQty());
        Amount spent = new Amount(order.executedQuote());
        OrderSnapshot.Status status =
                switch (order.status()) {
                    case NEW, PARTIALLY_FILLED -> OrderSnapshot.Status.OPEN;
                    case UNKNOWN -> OrderSnapshot.Status.UNKNOWN;
                    case FILLED -> OrderSnapshot.Status.FILLED;
                    case CANCELED, PARTIALLY_CANCELED -> OrderSnapshot.Status.CANCELED;
                };
        return new OrderSnapshot(new ExchangeOrderId(order.orderId().value()), status, filled, spent);
    }
}
