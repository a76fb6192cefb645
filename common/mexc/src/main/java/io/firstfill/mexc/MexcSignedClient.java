package io.firstfill.mexc;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.NotSent;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.account.ListenKey;
import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.sign.MexcSigner;
import io.firstfill.mexc.sign.QueryText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The endpoints of one key's account. Every call is sent at once and at most once; see {@link MexcWire}. */
public final class MexcSignedClient {

    private final MexcWire wire;
    private final MexcSigner signer;
    private final ServerClock serverClock;
    private final Duration recvWindow;

    MexcSignedClient(MexcWire wire, MexcSigner signer, ServerClock serverClock, Duration recvWindow) {
        this.wire = wire;
        this.signer = signer;
        this.serverClock = serverClock;
        this.recvWindow = recvWindow;
    }

    /**
     * Writes the order to the exchange once. The order is not sent when the exchange would refuse it for its time,
     * according to our estimate of the exchange's clock. The same prepared order may be placed again, but to the
     * exchange each request is a new order: place it again only after proof that the exchange did not take the one
     * before.
     */
    public Uni<MexcResult<OrderAck>> place(PreparedOrder order) {
        return refusedForItsTime(order)
                .orElseGet(() -> wire.send(
                        MexcEndpoint.PLACE_ORDER, order.target(), headers(), AnswerReader.of(OrderAck.class)));
    }

    /** Places an order in two steps: a connection is held from now on, and firing the call writes the request. */
    public LoadedCall<OrderAck> load(PreparedOrder order) {
        return wire.load(MexcEndpoint.PLACE_ORDER, order.target(), headers(), AnswerReader.of(OrderAck.class))
                .unless(() -> refusedForItsTime(order));
    }

    private Optional<Uni<MexcResult<OrderAck>>> refusedForItsTime(PreparedOrder order) {
        Instant serverTime = serverClock.instant();
        if (order.isAcceptableAt(serverTime)) {
            return Optional.empty();
        }
        String detail = "valid " + order.timestamp() + " to " + order.expiry() + ", exchange time " + serverTime;
        return Optional.of(MexcWire.notSent(new NotSent<>(Cause.OUTSIDE_WINDOW, detail, null)));
    }

    /**
     * Loads an order for the exchange's test endpoint, which executes nothing; fire the call within the recvWindow. The
     * call proves key, signature and address, and opens or refreshes a connection for orders: load n at once to warm n.
     * Whether the endpoint knows that a pair is not open yet is not known.
     */
    public LoadedCall<Boolean> loadTest(OrderRequest order) {
        MexcEndpoint test = MexcEndpoint.TEST_ORDER;
        return wire.load(test, target(test, order.query()), headers(), AnswerReader.accepted());
    }

    /** For about a second after an order was sent, "does not exist" may only mean "not visible yet". */
    public Uni<MexcResult<OrderDetail>> order(MexcSymbol symbol, ClientOrderId id) {
        QueryText query = of(symbol).with("origClientOrderId", id.value());
        return signed(MexcEndpoint.ORDER_DETAIL, query, AnswerReader.of(OrderDetail.class));
    }

    /**
     * Asks for the cancellation of an order. The answer proves nothing of what the order has filled, or that it has
     * ended: query it.
     */
    public Uni<MexcResult<Boolean>> cancel(MexcSymbol symbol, ClientOrderId id) {
        QueryText query = of(symbol).with("origClientOrderId", id.value());
        return signed(MexcEndpoint.CANCEL_ORDER, query, AnswerReader.accepted());
    }

    /** Returns at most the orders of the last seven days, and at most 1000. */
    public Uni<MexcResult<Rows<OrderDetail>>> allOrders(MexcSymbol symbol, Instant from, Instant to) {
        QueryText query = between(symbol, from, to).with("limit", 1000);
        return signed(MexcEndpoint.ALL_ORDERS, query, AnswerReader.rowsOf(OrderDetail.class));
    }

    /** Returns at most 100 trades of the last month. */
    public Uni<MexcResult<Rows<MyTrade>>> myTrades(MexcSymbol symbol, OrderId id) {
        QueryText query = of(symbol).with("orderId", id.value()).with("limit", 100);
        return signed(MexcEndpoint.MY_TRADES, query, AnswerReader.rowsOf(MyTrade.class));
    }

    public Uni<MexcResult<Rows<MyTrade>>> myTrades(MexcSymbol symbol, Instant from, Instant to) {
        QueryText query = between(symbol, from, to).with("limit", 100);
        return signed(MexcEndpoint.MY_TRADES, query, AnswerReader.rowsOf(MyTrade.class));
    }

    public Uni<MexcResult<Account>> account() {
        return signed(MexcEndpoint.ACCOUNT, new QueryText(), AnswerReader::account);
    }

    /**
     * Returns the pairs this key may trade. Orders of other pairs may be refused for ever: "symbol not support api".
     */
    public Uni<MexcResult<ApiSymbols>> selfSymbols() {
        return signed(MexcEndpoint.SELF_SYMBOLS, new QueryText(), new ApiSymbolsReader());
    }

    /** Creates a key that is valid for 60 minutes; extend it every 30. */
    public Uni<MexcResult<ListenKey>> createListenKey() {
        return signed(MexcEndpoint.LISTEN_KEY_CREATE, new QueryText(), AnswerReader.of(ListenKey.class));
    }

    public Uni<MexcResult<ListenKey>> extend(ListenKey key) {
        return signed(MexcEndpoint.LISTEN_KEY_EXTEND, of(key), AnswerReader.of(ListenKey.class));
    }

    public Uni<MexcResult<ListenKey>> close(ListenKey key) {
        return signed(MexcEndpoint.LISTEN_KEY_CLOSE, of(key), AnswerReader.of(ListenKey.class));
    }

    private static QueryText of(MexcSymbol symbol) {
        return new QueryText().with("symbol", symbol.value());
    }

    private static QueryText of(ListenKey key) {
        return new QueryText().with("listenKey", key.listenKey());
    }

    private static QueryText between(MexcSymbol symbol, Instant from, Instant to) {
        return of(symbol).with("startTime", from.toEpochMilli()).with("endTime", to.toEpochMilli());
    }

    private <T> Uni<MexcResult<T>> signed(MexcEndpoint endpoint, QueryText query, AnswerReader<T> reader) {
        return wire.send(endpoint, target(endpoint, query), headers(), reader);
    }

    private String target(MexcEndpoint endpoint, QueryText query) {
        return endpoint.path() + '?' + signer.signed(query.validFrom(serverClock.instant(), recvWindow));
    }

    private MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap()
                .set("X-MEXC-APIKEY", signer.apiKey())
                .set("content-type", "application/json");
    }
}
