package io.firstfill.trader.sell;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.order.Ticket;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What only sells ask of the exchange. Requests are placed, and orders looked up, as those of buys are. */
public interface SellVenue {
    /** Signs a request for the timestamp, by the exchange's clock; needs a credential. */
    Ticket sign(SellRequest sell, Instant timestamp);

    /** Asks for the cancellation of an order. Completes with the answer, which proves nothing: look the order up. */
    Uni<Void> cancel(Pair pair, ClientOrderId id);

    /**
     * The best bid of the book now; empty while there is none, while the book is crossed, or when the question was not
     * answered.
     */
    Uni<Optional<Price>> bestBid(Pair pair);
}
