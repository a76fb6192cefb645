package io.firstfill.trader.mexc;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.order.Side;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;

/** Makes the exchange's requests of our buys. */
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
}
