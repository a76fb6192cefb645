package io.firstfill.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.firstfill.simulator.Json;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Account;
import io.firstfill.simulator.exchange.Behaviour;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Listing;
import io.firstfill.simulator.exchange.OrderOutcome;
import io.firstfill.simulator.exchange.OrderRequest;
import io.firstfill.simulator.exchange.PlacedOrder;
import io.firstfill.simulator.exchange.Refusal;
import io.firstfill.simulator.exchange.Right;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders: place, test, cancel, find. */
final class OrderEndpoints {

    static final String NEW_ORDER = "/api/v3/order";

    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    private final Exchange exchange;

    OrderEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> table() {
        return List.of(
                Endpoint.signed("POST", NEW_ORDER, 0, Right.SPOT_DEAL_WRITE, this::place),
                Endpoint.signed("POST", "/api/v3/order/test", 1, Right.SPOT_DEAL_WRITE, this::test),
                Endpoint.signed("DELETE", NEW_ORDER, 0, Right.SPOT_DEAL_WRITE, this::cancel),
                Endpoint.signed("DELETE", "/api/v3/openOrders", 0, Right.SPOT_DEAL_WRITE, this::cancelAll),
                Endpoint.signed("GET", NEW_ORDER, 2, Right.SPOT_DEAL_READ, this::query),
                Endpoint.signed("GET", "/api/v3/openOrders", 3, Right.SPOT_DEAL_READ, this::openOrders),
                Endpoint.signed("GET", "/api/v3/allOrders", 10, Right.SPOT_DEAL_READ, this::allOrders));
    }

    private Reply place(Ask ask) {
        OrderRequest request = request(ask.params());
        Listing listing = listing(request.symbol());
        Behaviour behaviour = exchange.behaviours().of(request.symbol(), ask.behaviour());
        OrderOutcome outcome = exchange.desk()
                .place(
                        ask.signer(),
                        request,
                        listing,
                        behaviour,
                        ask.now(),
                        ask.call().arrived().machineMicros());
        return switch (outcome) {
            case OrderOutcome.Accepted accepted -> acknowledged(accepted.placed());
            case OrderOutcome.Refused refused -> Reply.refused(refused.refusal());
        };
    }

    private static Reply acknowledged(PlacedOrder placed) {
        return Reply.acknowledged(
                OrderJson.acknowledgement(placed), placed.order().terms().id());
    }

    private Reply test(Ask ask) {
        OrderRequest request = request(ask.params());
        Behaviour behaviour = exchange.behaviours().of(request.symbol(), ask.behaviour());
        Refusal refusal = exchange.desk().judge(ask.signer(), request, listing(request.symbol()), behaviour, ask.now());
        return refusal == null ? Reply.ok(Json.MAPPER.createObjectNode()) : Reply.refused(refusal);
    }

    private Reply cancel(Ask ask) {
        Listing listing = listing(ask.params().required("symbol"));
        String cancelId =
                Optional.ofNullable(ask.params().text("newClientOrderId")).orElse("");
        return named(ask)
                .filter(placed -> exchange.desk().cancel(placed.order(), listing, ask.now()))
                .map(placed -> Reply.ok(OrderJson.cancelled(placed, cancelId)))
                .orElseGet(() -> Reply.refused(Refusal.UNKNOWN_ORDER));
    }

    private Reply cancelAll(Ask ask) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        for (String symbol : ask.params().required("symbol").split(",", -1)) {
            Listing listing = listing(symbol);
            orders(ask.signer(), symbol)
                    .filter(placed -> exchange.desk().cancel(placed.order(), listing, ask.now()))
                    .forEach(placed -> rows.add(OrderJson.cancelled(placed, "")));
        }
        return Reply.ok(rows);
    }

    private Reply query(Ask ask) {
        return named(ask)
                .map(placed -> Reply.ok(OrderJson.order(placed, ask.now())))
                .orElseGet(() -> Reply.refused(Refusal.NO_SUCH_ORDER));
    }

    private Reply openOrders(Ask ask) {
        String symbol = ask.params().text("symbol");
        ArrayNode rows = Json.MAPPER.createArrayNode();
        orders(ask.signer(), symbol)
                .filter(placed -> placed.seenAt(ask.now()).status().isOpen())
                .forEach(placed -> rows.add(OrderJson.order(placed, ask.now())));
        return Reply.ok(rows);
    }

    private Reply allOrders(Ask ask) {
        Params params = ask.params();
        long now = ask.now().serverMillis();
        Long from = params.number("startTime");
        Long to = params.number("endTime");
        ArrayNode rows = Json.MAPPER.createArrayNode();
        orders(ask.signer(), params.required("symbol"))
                .filter(placed -> placed.accepted().serverMillis() >= (from == null ? now - DAY_MILLIS : from))
                .filter(placed -> to == null || placed.accepted().serverMillis() <= to)
                .limit(params.limit(500, 1000))
                .forEach(placed -> rows.add(OrderJson.order(placed, ask.now())));
        return Reply.ok(rows);
    }

    private Optional<PlacedOrder> named(Ask ask) {
        Account account = ask.signer();
        String symbol = ask.params().required("symbol");
        String id = ask.params().text("orderId");
        String clientId = ask.params().text("origClientOrderId");
        if (id != null) {
            return exchange.archive().find(account, symbol, id);
        }
        if (clientId == null) {
            throw new RefusedException(Refusal.NO_ORDER_NAMED);
        }
        return exchange.archive().findByClientId(account, symbol, clientId, ask.now());
    }

    private Stream<PlacedOrder> orders(Account account, @Nullable String symbol) {
        return exchange
                .archive()
                .orders(account)
                .filter(placed -> symbol == null || placed.symbol().equals(symbol))
                .toList()
                .stream();
    }

    private Listing listing(String symbol) {
        return exchange.listings().find(symbol).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_PAIR));
    }

    private static OrderRequest request(Params params) {
        String clientOrderId = params.text("newClientOrderId");
        if (clientOrderId != null && !CLIENT_ORDER_ID.matcher(clientOrderId).matches()) {
            throw new RefusedException(Refusal.ILLEGAL_CHARACTERS);
        }
        String stpMode = params.text("stpMode");
        return new OrderRequest(
                params.required("symbol"),
                params.choice("side", Side.class),
                params.choice("type", OrderType.class),
                params.decimal("quantity"),
                params.decimal("quoteOrderQty"),
                params.decimal("price"),
                clientOrderId,
                stpMode == null ? "" : stpMode);
    }
}
