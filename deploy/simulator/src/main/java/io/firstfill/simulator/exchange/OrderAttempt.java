package io.firstfill.simulator.exchange;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Everything a rule may look at when it judges an order. */
record OrderAttempt(
        Account account,
        OrderRequest request,
        Listing listing,
        Behaviour behaviour,
        Moment now,
        int openOrders,
        boolean clientOrderIdUsed,
        RandomGenerator random) {

    Market market() {
        return listing.market();
    }

    Pair pair() {
        return market().pair();
    }

    boolean inFirstMinute() {
        return listing.isInFirst(behaviour.firstMinuteMillis(), now);
    }

    /** What the order is worth in the quote asset. */
    BigDecimal amount() {
        if (request.quoteOrderQty() != null) {
            return request.quoteOrderQty();
        }
        @Nullable BigDecimal quantity = request.quantity();
        BigDecimal price = request.price() == null ? market().priceBasis() : request.price();
        return quantity == null ? BigDecimal.ZERO : price.multiply(quantity);
    }
}
