package io.firstfill.trader.mexc;

import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.order.Side;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.sell.SellRequest;
import io.firstfill.trader.order.Terms;
import java.math.BigDecimal;

/** Makes the exchange's requests of our buys and sells. */
final class OrderRequests {
    private OrderRequests() {}

    static OrderRequest of(Buy buy) {
        MexcSymbol symbol = new MexcSymbol(buy.pair().symbol());
        return switch (buy.terms()) {
            case Terms.Market market ->
                new OrderRequest.MarketBuy(
                        symbol,
                        market.amount().value(),
                        MexcNames.clientOrderId(buy.clientOrderId().value()));
            case Terms.Capped capped ->
                new OrderRequest.LimitIoc(
                        symbol,
                        Side.BUY,
                        capped.quantity().value(),
                        capped.price().value(),
                        MexcNames.clientOrderId(buy.clientOrderId().value()));
        };
    }

    static OrderRequest of(SellRequest sell) {
        MexcSymbol symbol = MexcNames.symbol(sell.pair());
        io.firstfill.mexc.order.ClientOrderId id =
                MexcNames.clientOrderId(sell.clientOrderId().value());
        BigDecimal quantity = sell.quantity().value();
        Price price = sell.price();
        if (price == null) {
            return new OrderRequest.MarketSell(symbol, quantity, id);
        }
        return sell.type() == OrderType.LIMIT
                ? new OrderRequest.Limit(symbol, Side.SELL, quantity, price.value(), id)
                : new OrderRequest.LimitIoc(symbol, Side.SELL, quantity, price.value(), id);
    }
}
