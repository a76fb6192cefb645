package io.firstfill.trader.order;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exchange, as one environment's account sees it. No call waits, retries or fails: how it ended is its answer. */
public interface Venue {
    /** Best knowledge of the exchange's time. */
    Instant exchangeTime();

    /** When our clock will show it, at the moment the exchange's shows {@code exchangeTime}. */
    Instant localTimeOf(Instant exchangeTime);

    /** Whether the exchange's time is known well enough to arm on it. */
    boolean clockTrusted();

    /** How fast the exchange's clock certainly runs away from ours, in parts per million; zero within what is allowed. */
    long clockDrift();

    /** Until when the exchange must not be asked for anything, because it said so; {@link Instant#MIN} if it never did. */
    Instant pausedUntil();

    /** Somebody else on our address has been turned away. A pause is never shortened. */
    void pause(Instant until);

    /**
     * How long before a moment a request has to be fired to arrive then, as measured: our own way to the socket and half
     * the round trip, less what the clock may be wrong, because early is refused and late is only late.
     */
    Duration lead();

    /** Signs; needs a credential. */
    Ticket sign(Buy buy, Instant timestamp);

    /** Writes it once, at once, on whatever thread. */
    Uni<PlaceAnswer> place(Ticket ticket);

    /** Holds a connection for the ticket from now, so that firing it is one write. To be fired or unloaded soon. */
    Shot load(Ticket ticket);

    /** A loaded ticket. */
    interface Shot {
        /** Writes it once, at once, on whatever thread. */
        Uni<PlaceAnswer> fire();

        /** Gives the connection back; does nothing to what has been fired. */
        void unload();
    }

    Uni<LookUp> find(Pair pair, ClientOrderId id);

    /**
     * The slower ways, through the list of all orders in that time, then through our trades; may be subject to other
     * visibility delays. Absent only where both say so. Found by trades alone it is shown as open, with what they add up to.
     *
     * @param known the exchange's own id, which its answers always have; they may leave ours out
     */
    Uni<LookUp> search(Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to);

    /** The lowest price anybody asks now; empty while nobody does, or when the question was not answered. */
    Uni<Optional<Price>> bestAsk(Pair pair);

    /** Sends test orders over the connections kept for orders: they are open then, and an order's code has just run. */
    void warmUp();

    /** Measures the exchange's clock anew, now. */
    void resync();
}
