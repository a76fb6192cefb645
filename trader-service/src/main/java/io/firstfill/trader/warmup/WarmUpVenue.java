package io.firstfill.trader.warmup;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The real exchange up to the socket. Every order is signed for 1970, so that neither our own wire, which refuses to
 * send it, nor the exchange, if it ever saw it, could take it; the answers are made up. An order for an opening is
 * refused at first, so that the code of probes has run before the first real one.
 */
public final class WarmUpVenue implements Venue {
    private static final int REFUSALS = 4;
    private static final int ORDERS_PER_SECOND = 12;
    private static final PlaceAnswer NOT_OPEN =
            new PlaceAnswer.Refused(400, 30001, "warm-up: not open yet", new Reaction.Probe());
    private static final ExchangeOrderId NONE = new ExchangeOrderId("warm-up");
    private static final OrderQueryResult FILLED = new OrderQueryResult.Found(
            new OrderSnapshot(NONE, OrderSnapshot.Status.FILLED, Quantity.of("2"), Amount.of("1")));

    /** Takes nothing of the rate of real buys. */
    private static final OrderRate RATE = new OrderRate() {
        @Override
        public void join(ClientOrderId buy, boolean late, Instant from, Instant until) {
            // no real order is sent
        }

        @Override
        public void leave(ClientOrderId buy) {
            // it has not joined
        }

        @Override
        public Share share(ClientOrderId buy, boolean late) {
            return new Share(ORDERS_PER_SECOND, 1);
        }
    };

    private final Venue real;
    private final Map<ClientOrderId, Integer> refused = new ConcurrentHashMap<>();

    public WarmUpVenue(Venue real) {
        this.real = real;
    }

    /** Looks fresh to the submitter, which would sign it anew otherwise. */
    private record MadeUp(Ticket real, Instant expiry, Buy buy) implements Ticket {
        @Override
        public Instant signedAt() {
            return real.signedAt();
        }
    }

    @Override
    public Instant exchangeTime() {
        return real.exchangeTime();
    }

    @Override
    public Instant localTimeOf(Instant exchangeTime) {
        return real.localTimeOf(exchangeTime);
    }

    @Override
    public boolean clockTrusted() {
        return true;
    }

    @Override
    public long clockDrift() {
        return 0;
    }

    @Override
    public long clockSteps() {
        return 0;
    }

    @Override
    public Instant pausedUntil() {
        return Instant.MIN;
    }

    @Override
    public void pause(Instant until) {
        // the real exchange is paused by its own engine
    }

    @Override
    public Duration lead() {
        return real.lead();
    }

    @Override
    public Duration roundTrip() {
        return real.roundTrip();
    }

    @Override
    public OrderRate rate() {
        return RATE;
    }

    @Override
    public void holdQueries(Instant opening, Instant until) {
        // look-ups of real orders are held for real openings only
    }

    @Override
    public void releaseQueries(Instant opening) {
        // nothing is held
    }

    @Override
    public Ticket sign(Buy buy, Instant timestamp) {
        return new MadeUp(real.sign(buy, Instant.EPOCH), timestamp.plus(buy.recvWindow()), buy);
    }

    @Override
    public boolean isCurrent(Ticket ticket) {
        return real.isCurrent(((MadeUp) ticket).real());
    }

    @Override
    public Uni<PlaceAnswer> place(Ticket ticket) {
        Instant at = real.exchangeTime();
        MadeUp known = (MadeUp) ticket;
        return real.place(known.real())
                .map(unsent -> isRefused(known.buy())
                        ? NOT_OPEN
                        : new PlaceAnswer.Acknowledged(NONE, at, new PlaceAnswer.Travel(at, at)));
    }

    private boolean isRefused(Buy buy) {
        return buy.timeline().openingTime() != null && refused.merge(buy.clientOrderId(), 1, Integer::sum) <= REFUSALS;
    }

    /** Holds no connection: connections are for real buys. */
    @Override
    public Shot load(Ticket ticket) {
        return new Shot() {
            @Override
            public Uni<PlaceAnswer> fire() {
                return place(ticket);
            }

            @Override
            public void unload() {
                // no connection is held
            }
        };
    }

    @Override
    public Uni<OrderQueryResult> find(Pair pair, ClientOrderId id) {
        return Uni.createFrom().item(FILLED);
    }

    @Override
    public Uni<OrderQueryResult> search(
            Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        return Uni.createFrom().item(FILLED);
    }

    @Override
    public Uni<Optional<Offer>> bestOffer(Pair pair) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public void warmUp() {
        // the warm-up paces the real test orders itself
    }

    @Override
    public void resync() {
        // the clock of the real exchange is measured by its own engine
    }
}
