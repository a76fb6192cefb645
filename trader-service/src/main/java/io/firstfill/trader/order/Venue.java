package io.firstfill.trader.order;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as one account sees it. No call blocks or retries, and no returned Uni fails for an expected reason: how
 * a call ended is its answer.
 */
public interface Venue {
    /** The best estimate of the exchange's time. */
    Instant exchangeTime();

    /** Returns what our clock will show when the exchange's clock shows {@code exchangeTime}. */
    Instant localTimeOf(Instant exchangeTime);

    /** Returns whether the estimate is fresh and certain enough to arm on it. */
    boolean clockTrusted();

    /**
     * Returns how fast the exchange's clock certainly runs away from ours, in parts per million; zero within the
     * allowed drift.
     */
    long clockDrift();

    /** Returns how often one of the two clocks has certainly stepped since the start. */
    long clockSteps();

    /** Until when, by our clock, the exchange has told us to send nothing; {@link Instant#MIN} if it never has. */
    Instant pausedUntil();

    /** Extends the pause, because another process on our address has been turned away. A pause is never shortened. */
    void pause(Instant until);

    /**
     * Returns how long before a moment a request has to be fired to arrive at that moment, as measured: our own way to
     * the socket and half the round trip, less the uncertainty of the clock, because an early request is refused and a
     * late one is only late.
     */
    Duration lead();

    /** Returns the shortest round trip of late; zero while none has been measured. */
    Duration roundTrip();

    /** Returns the order rate of the account, which buys that probe divide. */
    OrderRate rate();

    /**
     * The orders that the account may send in any second. Buys that probe, of other accounts behind the same address
     * too, divide them. From any thread.
     */
    interface OrderRate {
        /**
         * The buy takes part in the rate.
         *
         * @param late whether its opening has not come in its second; a late buy leaves the rate to those at theirs
         * @param from when its first request leaves, by our clock
         * @param until when its last request counts no more, by our clock
         */
        void join(ClientOrderId buy, boolean late, Instant from, Instant until);

        /** The buy probes no more. */
        void leave(ClientOrderId buy);

        /** Returns the part that all late buys divide now, or all whose seconds overlap with that of this buy. */
        Share share(ClientOrderId buy, boolean late);

        /** A number of orders in any second, at least 1, that a number of buys divide evenly, at least 1. */
        record Share(int orders, int buys) {}
    }

    /**
     * Sends no look-up of orders before then, by our clock, unless it is released before: the order rate belongs to the
     * probes of the opening, and the private stream tells what happens.
     */
    void holdQueries(Instant opening, Instant until);

    /** Ends the hold of look-ups for the opening, and no other. */
    void releaseQueries(Instant opening);

    /** Signs a request for the timestamp, by the exchange's clock; needs a credential. */
    Ticket sign(Buy buy, Instant timestamp);

    /** Returns whether the ticket was signed with the key in use. A ticket of an earlier key is sent with that key. */
    boolean isCurrent(Ticket ticket);

    /** Writes the request once and at once; from any thread. */
    Uni<PlaceAnswer> place(Ticket ticket);

    /**
     * Holds a connection for the ticket from now on, so that firing it is one write. It must be fired or unloaded soon.
     */
    Shot load(Ticket ticket);

    /** A ticket with a connection held for it. */
    interface Shot {
        /** Writes the request once and at once; from any thread. */
        Uni<PlaceAnswer> fire();

        /** Gives the connection back; has no effect on a shot that has been fired. */
        void unload();
    }

    /** Looks one order up by its client order id. */
    Uni<OrderQueryResult> find(Pair pair, ClientOrderId id);

    /**
     * Searches for an order in the list of all orders of that time, then in our trades; both may have other visibility
     * delays than the look-up. The order is absent only where both say so. An order that only its trades show is
     * returned as open, with the sum of its trades.
     *
     * @param known the exchange's order id where we have it: its answers always carry that id and may leave out ours
     */
    Uni<OrderQueryResult> search(
            Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to);

    /**
     * The fee of an order.
     *
     * @param inBase what was taken of the purchase itself; zero where the fee was taken in other assets
     * @param others what was taken in other assets
     */
    record Fee(Quantity inBase, Map<Asset, Amount> others) {
        public Fee {
            Objects.requireNonNull(inBase, "inBase");
            others = Map.copyOf(others);
        }

        public boolean isNothing() {
            return inBase.isZero() && others.isEmpty();
        }
    }

    /**
     * Asks for the fee of an order.
     *
     * @return empty while the order's trades do not show the whole fill, or when the question was not answered
     */
    default Uni<Optional<Fee>> fee(Pair pair, ExchangeOrderId id, Quantity filled) {
        return Uni.createFrom().item(Optional.empty());
    }

    /**
     * The price of the first trade of a pair.
     *
     * @param since only trades from the minute of this time on count, by the exchange's clock; null for a pair that was
     *     found trading
     * @return empty while there is none, or when the question was not answered
     */
    default Uni<Optional<Price>> firstTrade(Pair pair, @Nullable Instant since) {
        return Uni.createFrom().item(Optional.empty());
    }

    /** The best offer of the book now; empty while there is none, or when the question was not answered. */
    Uni<Optional<Offer>> bestOffer(Pair pair);

    /**
     * The best offer of a book.
     *
     * @param digits the most decimals that the book's own prices and quantities have: an order may have as many
     */
    record Offer(Price price, Decimals digits) {
        public Offer {
            Objects.requireNonNull(price, "price");
            Objects.requireNonNull(digits, "digits");
        }
    }

    /** The decimals of the prices and of the quantities of a pair. */
    record Decimals(int price, int quantity) {
        public Decimals {
            if (price < 0 || quantity < 0) {
                throw new IllegalArgumentException("decimals are not negative");
            }
        }

        /**
         * The decimals after some refusals for too many of them: each takes one of the quantity or, every second time,
         * one of the price. None becomes negative.
         *
         * @param leastPrice the price keeps as many: a price cut further could be below the best offer, or zero
         */
        public Decimals less(int refusals, int leastPrice) {
            Decimals left = this;
            for (int number = 1; number <= refusals; number++) {
                boolean takesPrice = (number % 2 == 0 || left.quantity == 0) && left.price > leastPrice;
                left = takesPrice
                        ? new Decimals(left.price - 1, left.quantity)
                        : new Decimals(left.price, Math.max(0, left.quantity - 1));
            }
            return left;
        }

        /** The larger of each. */
        public Decimals or(Decimals other) {
            return new Decimals(Math.max(price, other.price), Math.max(quantity, other.quantity));
        }
    }

    /**
     * Sends test orders over the connections kept for orders, so that they are open and the code of an order has just
     * run.
     */
    void warmUp();

    /** Starts measuring the exchange's clock anew. */
    void resync();
}
