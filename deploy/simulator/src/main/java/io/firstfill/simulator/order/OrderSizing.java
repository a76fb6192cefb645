package io.firstfill.simulator.order;

import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviour.MarketBuySizing;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Pair;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Price, quantity and budget that the book needs, derived from a request. A market order becomes a limit order at the
 * last price moved by {@code marketProtection}; a market buy by quantity becomes a buy by amount.
 *
 * @param price the limit; of a market order its protection price
 * @param budget the quote amount to spend; null when the order has a quantity
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
        BigDecimal last = market.lastOrReferencePrice();
        BigDecimal protection = pair.priceBelow(last.multiply(BigDecimal.ONE.add(behaviour.marketProtection())))
                .max(pair.tick());
        BigDecimal amount = request.quoteOrderQty() != null
                ? request.quoteOrderQty()
                : Objects.requireNonNull(request.quantity()).multiply(last);
        BigDecimal quantity = pair.quantityFor(amount, protection);
        boolean byAmount = behaviour.marketBuySizing() == MarketBuySizing.WALK_THE_ASKS;
        return new OrderSizing(protection, quantity, byAmount ? amount : null);
    }

    private static OrderSizing sell(OrderRequest request, Market market, Behaviour behaviour) {
        Pair pair = market.pair();
        BigDecimal last = market.lastOrReferencePrice();
        BigDecimal protection = pair.priceAbove(last.multiply(BigDecimal.ONE.subtract(behaviour.marketProtection())))
                .max(pair.tick());
        BigDecimal quantity = request.quantity() != null
                ? request.quantity()
                : pair.quantityFor(Objects.requireNonNull(request.quoteOrderQty()), last);
        return new OrderSizing(protection, quantity, null);
    }
}
