package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Behaviour.MarketBuySizing;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request into what the book understands. A market order is a limit order at the last price moved by the protection; a
 * market buy by quantity becomes one by amount.
 */
record OrderSizing(
        BigDecimal price, BigDecimal quantity, @Nullable BigDecimal budget) {

    static OrderSizing of(OrderRequest request, Market market, Behaviour behaviour) {
        if (!request.isMarket()) {
            return new OrderSizing(
                    Objects.requireNonNull(request.price()), Objects.requireNonNull(request.quantity()), null);
        }
        return request.side() == Side.BUY ? buy(request, market, behaviour) : sell(request, market, behaviour);
    }

    private static OrderSizing buy(OrderRequest request, Market market, Behaviour behaviour) {
        Pair pair = market.pair();
        BigDecimal last = market.priceBasis();
        BigDecimal protection = pair.priceBelow(last.multiply(BigDecimal.ONE.add(behaviour.marketProtection())))
                .max(pair.tick());
        BigDecimal amount = request.quoteOrderQty() != null
                ? request.quoteOrderQty()
                : Objects.requireNonNull(request.quantity()).multiply(last);
        BigDecimal quantity = pair.wholeSteps(amount, protection);
        boolean walks = behaviour.marketBuySizing() == MarketBuySizing.WALK_THE_ASKS;
        return new OrderSizing(protection, quantity, walks ? amount : null);
    }

    private static OrderSizing sell(OrderRequest request, Market market, Behaviour behaviour) {
        Pair pair = market.pair();
        BigDecimal last = market.priceBasis();
        BigDecimal protection = pair.priceAbove(last.multiply(BigDecimal.ONE.subtract(behaviour.marketProtection())))
                .max(pair.tick());
        BigDecimal quantity = request.quantity() != null
                ? request.quantity()
                : pair.wholeSteps(Objects.requireNonNull(request.quoteOrderQty()), last);
        return new OrderSizing(protection, quantity, null);
    }
}
