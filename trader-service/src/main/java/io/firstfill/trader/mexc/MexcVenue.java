package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.mexc.LoadedCall;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.clock.ClockDrift;
import io.firstfill.mexc.clock.ClockEstimate;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The account at MEXC. Thread-safe: the bell sends on its own thread. */
final class MexcVenue implements Venue, KeyHolder {
    private static final int BOOK_LEVELS = 5;
    private static final int WARM_CONNECTIONS = 2;
    /** Openings that follow one another ask again and again; more test orders than these would starve the look-ups. */
    private static final Duration STAYS_WARM = Duration.ofSeconds(3);
    /** The clock's error is allowed for up to here: beyond it waiting costs more than a refusal. */
    private static final Duration LONGEST_ALLOWANCE = Duration.ofMillis(1);

    /** Time for a connection to be there: a shot is measured as it is fired, from another thread, over a held one. */
    private static final Executor ONCE_LOADED = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private static final BigDecimal TEST_AMOUNT = BigDecimal.TEN;

    private record Signed(MexcSigner signer, MexcSignedClient client) {}

    private final MexcWire wire;
    private final ServerClock clock;
    private final ClockSampler sampler;
    private final MexcTraderSettings settings;
    private final AnswerReading reading;
    private final InstantSource localClock;
    private final SendLatency pace = new SendLatency();
    private final QueryQueue turns;
    private volatile @Nullable Signed signed;
    private volatile Instant warmUntil = Instant.MIN;

    MexcVenue(
            MexcWire wire, ServerClock clock, ClockSampler sampler, MexcTraderSettings settings, InstantSource localClock) {
        this.wire = wire;
        this.clock = clock;
        this.sampler = sampler;
        this.settings = settings;
        this.reading = new AnswerReading(() -> wire.stoppedUntil(Lane.ORDER));
        this.localClock = localClock;
        this.turns = new QueryQueue(localClock);
    }

    @Override
    public Instant exchangeTime() {
        return clock.instant();
    }

    @Override
    public Instant localTimeOf(Instant exchangeTime) {
        return clock.localTimeOf(exchangeTime);
    }

    @Override
    public boolean clockTrusted() {
        return clock.isTrusted(settings.clock().maxAge(), settings.clock().maxUncertainty());
    }

    @Override
    public long clockDrift() {
        return clock.estimate()
                .flatMap(ClockEstimate::drift)
                .filter(drift -> drift.isBeyond(settings.clock().maxDrift()))
                .map(ClockDrift::ppm)
                .orElse(0L);
    }

    @Override
    public Instant pausedUntil() {
        return wire.stoppedUntil(Lane.ORDER);
    }

    @Override
    public void pause(Instant until) {
        wire.stop(Lane.ORDER, until);
    }

    @Override
    public Duration lead() {
        return clock.estimate()
                .map(known -> pace.toSocket()
                        .plus(known.bestRoundTrip().dividedBy(2))
                        .minus(shorter(known.uncertainty(), LONGEST_ALLOWANCE)))
                .orElse(Duration.ZERO);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public Ticket sign(Buy buy, Instant timestamp) {
        OrderRequest request =
                switch (buy.terms()) {
                    case Terms.Market market ->
                        new OrderRequest.MarketBuy(
                                symbol(buy.pair()), market.amount().value(), id(buy.clientOrderId()));
                    case Terms.Capped capped ->
                        new OrderRequest.LimitIoc(
                                symbol(buy.pair()),
                                Side.BUY,
                                capped.quantity().value(),
                                capped.price().value(),
                                id(buy.clientOrderId()));
                };
        PreparedOrder order = PreparedOrder.sign(
                request, timestamp, buy.recvWindow(), required().signer());
        return new MexcTicket(order, localClock.instant());
    }

    @Override
    public Uni<PlaceAnswer> place(Ticket ticket) {
        return required().client().place(order(ticket)).map(reading::placed);
    }

    @Override
    public Shot load(Ticket ticket) {
        LoadedCall<OrderAck> held = required().client().load(order(ticket));
        return new Shot() {
            @Override
            public Uni<PlaceAnswer> fire() {
                return held.fire().map(reading::placed);
            }

            @Override
            public void unload() {
                held.unload();
            }
        };
    }

    private static PreparedOrder order(Ticket ticket) {
        return switch (ticket) {
            case MexcTicket mine -> mine.order();
            default -> throw new IllegalArgumentException("Not a ticket of this venue");
        };
    }

    @Override
    public Uni<OrderQueryResult> find(Pair pair, ClientOrderId id) {
        Signed access = signed;
        return access == null
                ? noCredential()
                : turns.ask(() -> access.client().order(symbol(pair), id(id))).map(reading::found);
    }

    @Override
    public Uni<OrderQueryResult> search(Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        Signed access = signed;
        if (access == null) {
            return noCredential();
        }
        return new WideSearch(access.client(), reading, turns).of(symbol(pair), id, known, from, to);
    }

    @Override
    public Uni<Optional<Price>> bestAsk(Pair pair) {
        return wire.market().depth(symbol(pair), BOOK_LEVELS).map(AnswerReading::bestAsk);
    }

    @Override
    public void warmUp() {
        Signed access = signed;
        Instant now = localClock.instant();
        if (now.isBefore(warmUntil)) {
            return;
        }
        warmUntil = now.plus(STAYS_WARM);
        for (int i = 0; access != null && i < WARM_CONNECTIONS; i++) {
            LoadedCall<Boolean> test = access.client().loadTest(testOrder());
            ONCE_LOADED.execute(() -> {
                Instant fired = localClock.instant();
                test.fire().subscribe().with(result -> pace.measured(fired, result));
            });
        }
    }

    /** Sent to the test endpoint alone, which executes nothing. */
    private OrderRequest testOrder() {
        return new OrderRequest.MarketBuy(
                new MexcSymbol(settings.warmUp().symbol()),
                TEST_AMOUNT,
                new io.firstfill.mexc.order.ClientOrderId("rehearsal"));
    }

    @Override
    public void resync() {
        sampler.burst();
    }

    @Override
    public void use(MexcCredentials credentials) {
        signed = signing(credentials);
    }

    @Override
    public Uni<KeyCheck> check(MexcCredentials candidate) {
        return signing(candidate).client().account().map(reading::checked);
    }

    @Override
    public Uni<Optional<Set<String>>> symbols() {
        Signed access = signed;
        return access == null
                ? Uni.createFrom().item(Optional.empty())
                : access.client().selfSymbols().map(AnswerReading::symbols);
    }

    private Signed signing(MexcCredentials credentials) {
        MexcSigner signer = new MexcSigner(credentials);
        return new Signed(signer, wire.signed(signer, clock));
    }

    private Signed required() {
        Signed access = signed;
        if (access == null) {
            throw new IllegalStateException("No credential has been read");
        }
        return access;
    }

    private static Uni<OrderQueryResult> noCredential() {
        return Uni.createFrom().item(new OrderQueryResult.NoCredential());
    }

    private static MexcSymbol symbol(Pair pair) {
        return new MexcSymbol(pair.symbol());
    }

    private static io.firstfill.mexc.order.ClientOrderId id(ClientOrderId id) {
        return new io.firstfill.mexc.order.ClientOrderId(id.value());
    }
}
