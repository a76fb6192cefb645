package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.clock.ClockDrift;
import io.firstfill.mexc.clock.ClockEstimate;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.sell.SellVenue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One account at MEXC. Thread-safe: an opening timer fires on a thread of its own. */
final class MexcVenue implements Venue, KeyHolder {
    private static final int BOOK_LEVELS = 20;
    /** Minutes: a pair that was found trading has not traded for longer. */
    private static final int CANDLES = 60;

    private final MexcWire wire;
    private final ServerClock clock;
    private final ClockSampler sampler;
    private final MexcTraderSettings settings;
    private final AnswerReading reading;
    private final InstantSource localClock;
    private final OrderRate rate;
    private final TestOrders testOrders;
    private final QueryQueue queries;
    private volatile @Nullable Signed signed;

    MexcVenue(
            MexcWire wire,
            ServerClock clock,
            ClockSampler sampler,
            MexcTraderSettings settings,
            OrderRate rate,
            InstantSource localClock) {
        this.rate = rate;
        this.wire = wire;
        this.clock = clock;
        this.sampler = sampler;
        this.settings = settings;
        this.reading = new AnswerReading(() -> wire.stoppedUntil(Lane.ORDER));
        this.localClock = localClock;
        this.queries = new QueryQueue(localClock);
        this.testOrders = new TestOrders(settings.warmUp(), localClock);
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
        int most = settings.clock().maxDrift();
        Optional<ClockDrift> drift = clock.estimate().flatMap(ClockEstimate::drift);
        return drift.filter(known -> known.isBeyond(most)).map(ClockDrift::ppm).orElse(0L);
    }

    @Override
    public long clockSteps() {
        return clock.steps();
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
        return clock.estimate().map(testOrders::lead).orElse(Duration.ZERO);
    }

    @Override
    public Duration roundTrip() {
        return clock.estimate().map(ClockEstimate::bestRoundTrip).orElse(Duration.ZERO);
    }

    @Override
    public OrderRate rate() {
        return rate;
    }

    @Override
    public void holdQueries(Instant opening, Instant until) {
        queries.hold(opening, until);
    }

    @Override
    public void releaseQueries(Instant opening) {
        queries.release(opening);
    }

    SellVenue sells() {
        return new MexcSells(() -> signed, wire, queries, localClock);
    }

    @Override
    public Ticket sign(Buy buy, Instant timestamp) {
        Signed access = required();
        PreparedOrder order = PreparedOrder.sign(OrderRequests.of(buy), timestamp, buy.recvWindow(), access.signer());
        return new MexcTicket(order, localClock.instant(), access.client());
    }

    @Override
    public Uni<PlaceAnswer> place(Ticket ticket) {
        MexcTicket own = MexcTicket.own(ticket);
        return own.client().place(own.order()).map(reading::placed);
    }

    @Override
    public Shot load(Ticket ticket) {
        return MexcTicket.own(ticket).load(reading);
    }

    @Override
    public boolean isCurrent(Ticket ticket) {
        Signed access = signed;
        return access != null && MexcTicket.own(ticket).client() == access.client();
    }

    @Override
    public Uni<OrderQueryResult> find(Pair pair, ClientOrderId id) {
        Signed access = signed;
        return access == null
                ? Uni.createFrom().item(new OrderQueryResult.NoCredential())
                : queries.askOnce(id, () -> access.order(pair, id)).map(reading::found);
    }

    @Override
    public Uni<OrderQueryResult> search(
            Pair pair, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        Signed access = signed;
        if (access == null) {
            return Uni.createFrom().item(new OrderQueryResult.NoCredential());
        }
        return new WideSearch(access.client(), reading, queries).of(MexcNames.symbol(pair), id, known, from, to);
    }

    @Override
    public Uni<Optional<Fee>> fee(Pair pair, ExchangeOrderId id, Quantity filled) {
        Signed access = signed;
        return access == null
                ? Uni.createFrom().item(Optional.empty())
                : queries.ask(() -> access.client().myTrades(MexcNames.symbol(pair), new OrderId(id.value())))
                        .map(trades -> OrderFees.of(trades, pair, filled));
    }

    @Override
    public Uni<Optional<Offer>> bestOffer(Pair pair) {
        return queries.askFirst(() -> wire.market().depth(MexcNames.symbol(pair), BOOK_LEVELS))
                .map(AnswerReading::bestOffer);
    }

    @Override
    public Uni<Optional<Price>> firstTrade(Pair pair, @Nullable Instant since) {
        return queries.askFirst(() -> wire.market().candles(MexcNames.symbol(pair), CANDLES))
                .map(answer -> AnswerReading.firstTrade(answer, since));
    }

    @Override
    public void warmUp() {
        Signed access = signed;
        if (access != null) {
            testOrders.send(access.client());
        }
    }

    @Override
    public void resync() {
        sampler.refuted();
    }

    @Override
    public void use(MexcCredentials credentials) {
        signed = signing(credentials);
    }

    @Override
    public Uni<KeyCheck> check(MexcCredentials candidate) {
        return queries.ask(() -> signing(candidate).client().account()).map(reading::checked);
    }

    @Override
    public Uni<Optional<Set<String>>> symbols() {
        Signed access = signed;
        return access == null
                ? Uni.createFrom().item(Optional.empty())
                : access.client().selfSymbols().map(AnswerReading::symbols);
    }

    /** Asked past the queue: queries about orders go first, and a balance may be asked for later. */
    @Override
    public Uni<Optional<AccountBalances>> balances() {
        Signed access = signed;
        return access == null || queries.isHeld()
                ? Uni.createFrom().item(Optional.empty())
                : access.client().account().map(AccountRows::read);
    }

    private Signed signing(MexcCredentials credentials) {
        MexcSigner signer = new MexcSigner(credentials);
        return new Signed(signer, wire.signed(signer, clock));
    }

    private Signed required() {
        return Optional.ofNullable(signed).orElseThrow(() -> new IllegalStateException("No credential has been read"));
    }
}
