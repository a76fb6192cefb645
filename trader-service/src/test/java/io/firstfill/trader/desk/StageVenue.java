package io.firstfill.trader.desk;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exchange without distance, whose clock is ours until it jumps. Takes every order unless told otherwise; look-ups answer as told. */
final class StageVenue implements Venue {
    final List<ClientOrderId> placed = new CopyOnWriteArrayList<>();
    /** Every buy once, in the order they were first signed: what is asked for is in its terms. */
    final List<Buy> signed = new CopyOnWriteArrayList<>();

    /** Every signature's order. */
    final List<ClientOrderId> signatures = new CopyOnWriteArrayList<>();
    /** The exchange's time every placed request was signed for. */
    final List<Instant> placedFor = new CopyOnWriteArrayList<>();

    volatile OrderQueryResult lookUp = new OrderQueryResult.Absent();
    /** What becomes of a request that was placed. */
    volatile Supplier<Uni<PlaceAnswer>> answer = StageVenue::taken;

    static final OrderQueryResult FILLED = new OrderQueryResult.Found(
            new OrderSnapshot(ExchangeOrderId.of("stage"), OrderSnapshot.Status.FILLED, Quantity.of("100"), Amount.of("50")));
    /** What becomes of each order; null for the same of all. */
    volatile @Nullable Function<Buy, OrderQueryResult> market;

    volatile Optional<Price> ask = Optional.empty();
    /** What the slower ways answer; null for the same. */
    volatile @Nullable OrderQueryResult search;
    /** While it lasts no order is taken. */
    volatile Instant pausedUntil = Instant.MIN;

    /** How far the exchange's clock has jumped ahead of ours. */
    volatile Duration ahead = Duration.ZERO;

    private record StageTicket(ClientOrderId id, Instant timestamp, Instant signedAt, Instant expiry)
            implements Ticket {}

    @Override
    public Instant exchangeTime() {
        return Instant.now().plus(ahead);
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
    public Instant pausedUntil() {
        return pausedUntil;
    }

    @Override
    public void pause(Instant until) {
        pausedUntil = until;
    }

    @Override
    public Duration lead() {
        return Duration.ZERO;
    }

    @Override
    public Ticket sign(Buy buy, Instant timestamp) {
        signatures.add(buy.clientOrderId());
        if (signed.stream().noneMatch(known -> known.clientOrderId().equals(buy.clientOrderId()))) {
            signed.add(buy);
        }
        return new StageTicket(buy.clientOrderId(), timestamp, Instant.now(), timestamp.plus(buy.recvWindow()));
    }

    @Override
    public Uni<PlaceAnswer> place(Ticket ticket) {
        if (Instant.now().isBefore(pausedUntil)) {
            return Uni.createFrom().item(new PlaceAnswer.Unsent("THROTTLED used=0 limit=0", pausedUntil));
        }
        StageTicket known = (StageTicket) ticket;
        placed.add(known.id());
        placedFor.add(known.timestamp());
        return answer.get();
    }

    static Uni<PlaceAnswer> taken() {
        Instant at = Instant.now();
        return Uni.createFrom()
                .item(new PlaceAnswer.Acknowledged(ExchangeOrderId.of("stage"), at, new PlaceAnswer.Travel(at, at)));
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
                // nothing to give back
            }
        };
    }

    @Override
    public Uni<OrderQueryResult> find(Pair pair, ClientOrderId id) {
        Function<Buy, OrderQueryResult> orders = market;
        Optional<Buy> asked =
                signed.stream().filter(buy -> buy.clientOrderId().equals(id)).findFirst();
        return Uni.createFrom().item(orders == null ? lookUp : asked.map(orders).orElse(lookUp));
    }

    @Override
    public Uni<OrderQueryResult> search(Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        OrderQueryResult slower = search;
        return Uni.createFrom().item(slower == null ? lookUp : slower);
    }

    @Override
    public Uni<Optional<Price>> bestAsk(Pair pair) {
        return Uni.createFrom().item(ask);
    }

    @Override
    public void warmUp() {
        // nothing to connect to
    }

    @Override
    public void resync() {
        // the clock is ours
    }
}
