package io.firstfill.simulator.order;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Pair;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The input of an order rule: the request, and the state of account, listing and clock at its execution. */
record OrderAttempt(
        Account account,
        OrderRequest request,
        Listing listing,
        Behaviour behaviour,
        ClockReading now,
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
        return listing.openedWithin(behaviour.firstMinuteMillis(), now);
    }

    /** The value of the order in the quote asset. */
    BigDecimal amount() {
        if (request.quoteOrderQty() != null) {
            return request.quoteOrderQty();
        }
        @Nullable BigDecimal quantity = request.quantity();
        BigDecimal price = request.price() == null ? market().lastOrReferencePrice() : request.price();
        return quantity == null ? BigDecimal.ZERO : price.multiply(quantity);
    }
}
