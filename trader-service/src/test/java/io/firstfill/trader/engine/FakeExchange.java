package io.firstfill.trader.engine;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.fixture.FakePrices;
import io.firstfill.trader.fixture.FakeSells;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Ticket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in memory, without network delay, on virtual time. Its clock equals the trader's until a test moves it.
 * It takes every order unless a test sets another answer, and look-ups return what a test has set.
 */
public final class FakeExchange extends FakePrices {
    public final List<ClientOrderId> placed = new ArrayList<>();
    /** Every buy once, in the order of first signature; its terms are those of the request. */
    public final List<Buy> signed = new ArrayList<>();
    /** The buy of every signature. */
    public final List<Buy> buys = new ArrayList<>();
    /** The order of every signature, repeated where a request is signed again. */
    public final List<ClientOrderId> signatures = new ArrayList<>();
    /** The exchange time that every placed request was signed for. */
    public final List<Instant> placedFor = new ArrayList<>();

    /** What every look-up returns, perhaps later; null where it answers at once. */
    public @Nullable Uni<OrderQueryResult> pendingLookUp;

    public @Nullable Uni<OrderQueryResult> pendingSearch;
    public OrderQueryResult lookUp = new OrderQueryResult.Absent();
    public Supplier<Uni<PlaceAnswer>> answer = this::taken;

    public static final ExchangeOrderId ORDER = ExchangeOrderId.of("at-the-exchange");
    public static final OrderQueryResult FILLED = new OrderQueryResult.Found(
            new OrderSnapshot(ORDER, OrderSnapshot.Status.FILLED, Quantity.of("100"), Amount.of("50")));
    /** What look-ups return for each order; null where {@link #lookUp} holds for all. */
    public @Nullable Function<Buy, OrderQueryResult> market;

    /** What the search by order list and trades returns; null for {@link #lookUp}. */
    public @Nullable OrderQueryResult search;
    /** Until then no order is sent. */
    public Instant pausedUntil = Instant.MIN;

    /** How far the exchange's clock is ahead of the trader's. */
    public Duration ahead = Duration.ZERO;

    /** The key in use at the trader, and the only one that the exchange takes; null where keys do not matter. */
    public @Nullable MexcCredentials key;

    public @Nullable MexcCredentials takesOnly;
    public long clockSteps;
    /** Whether handling an alert about a pause fails. */
    public boolean bug;

    public boolean clockBug;

    private record SignedTicket(
            ClientOrderId id,
            Instant timestamp,
            Instant signedAt,
            Instant expiry,
            @Nullable MexcCredentials key) implements Ticket {}

    /** The sells of this exchange. */
    public final FakeSells sells;

    public FakeExchange(VirtualTime time) {
        super(time);
        sells = new FakeSells(time);
    }

    @Override
    public Instant exchangeTime() {
        if (clockBug) {
            throw new IllegalStateException("a bug of ours");
        }
        return time.now().plus(ahead);
    }

    @Override
    public Instant localTimeOf(Instant exchangeTime) {
        return exchangeTime.minus(ahead);
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
        return clockSteps;
    }

    @Override
    public Instant pausedUntil() {
        return pausedUntil;
    }

    @Override
    public void pause(Instant until) {
        if (bug) {
            throw new IllegalStateException("a bug of ours");
        }
        pausedUntil = until;
    }

    @Override
    public Duration lead() {
        return Duration.ZERO;
    }

    @Override
    public Ticket sign(Buy buy, Instant timestamp) {
        signatures.add(buy.clientOrderId());
        buys.add(buy);
        if (signed.stream().noneMatch(known -> known.clientOrderId().equals(buy.clientOrderId()))) {
            signed.add(buy);
        }
        return new SignedTicket(buy.clientOrderId(), timestamp, time.now(), timestamp.plus(buy.recvWindow()), key);
    }

    @Override
    public boolean isCurrent(Ticket ticket) {
        return ((SignedTicket) ticket).key() == key;
    }

    @Override
    public Uni<PlaceAnswer> place(Ticket ticket) {
        if (ticket instanceof FakeSells.SellTicket sell) {
            return sells.place(sell);
        }
        if (time.now().isBefore(pausedUntil)) {
            return Uni.createFrom().item(new PlaceAnswer.Unsent("THROTTLED used=0 limit=0", pausedUntil));
        }
        SignedTicket known = (SignedTicket) ticket;
        if (takesOnly != null && takesOnly != known.key()) {
            return Uni.createFrom().item(new PlaceAnswer.Refused(400, 700002, "key", new Reaction.LeaveKey()));
        }
        placed.add(known.id());
        placedFor.add(known.timestamp());
        Buy buy = signed.stream()
                .filter(one -> one.clientOrderId().equals(known.id()))
                .findFirst()
                .orElseThrow();
        return handlingOf == null ? answer.get() : handlingOf.apply(buy).request(this, buy);
    }

    /** How the exchange handles each order; null where the other fields hold for all orders. */
    public @Nullable Function<Buy, Handling> handlingOf;

    /** Orders taken under {@link #handlingOf}, in order, with what look-ups return for each. */
    final Map<ClientOrderId, OrderQueryResult> taken = new LinkedHashMap<>();

    /** Acknowledges a request now. */
    public Uni<PlaceAnswer> taken() {
        Instant at = time.now();
        return Uni.createFrom().item(new PlaceAnswer.Acknowledged(ORDER, at, new PlaceAnswer.Travel(at, at)));
    }

    @Override
    public Shot load(Ticket ticket) {
        return new Shot() {
            @Override
            public Uni<PlaceAnswer> fire() {
                return place(ticket);
            }

            @Override
            public void unload() {
                // no budget is reserved, so none is returned
            }
        };
    }

    @Override
    public Uni<OrderQueryResult> find(Pair pair, ClientOrderId id) {
        if (sells.isSell(id)) {
            return sells.find(id);
        }
        Uni<OrderQueryResult> pending = pendingLookUp;
        if (pending != null) {
            return pending;
        }
        if (handlingOf != null) {
            OrderQueryResult shown = taken.get(id);
            return Uni.createFrom().item(shown == null ? new OrderQueryResult.Absent() : shown);
        }
        Function<Buy, OrderQueryResult> orders = market;
        Optional<Buy> asked =
                signed.stream().filter(buy -> buy.clientOrderId().equals(id)).findFirst();
        return Uni.createFrom().item(orders == null ? lookUp : asked.map(orders).orElse(lookUp));
    }

    @Override
    public Uni<OrderQueryResult> search(
            Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        if (handlingOf != null || sells.isSell(id)) {
            return find(pair, id);
        }
        Uni<OrderQueryResult> pending = pendingSearch;
        OrderQueryResult slower = search;
        return pending != null ? pending : Uni.createFrom().item(slower == null ? lookUp : slower);
    }

    public Optional<Fee> fee = Optional.empty();
    public int feesAsked;

    @Override
    public Uni<Optional<Fee>> fee(Pair pair, ExchangeOrderId id, Quantity filled) {
        feesAsked++;
        return Uni.createFrom().item(fee);
    }

    @Override
    public void warmUp() {
        // nothing to connect to
    }

    @Override
    public void resync() {
        // the clock needs no measurement
    }
}
