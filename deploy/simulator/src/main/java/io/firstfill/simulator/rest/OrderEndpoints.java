package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Permission;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.order.OrderRequest;
import io.firstfill.simulator.order.PlacedOrder;
import io.firstfill.simulator.order.PlacementResult;
import io.firstfill.simulator.order.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints for orders: place, test, cancel, query. */
final class OrderEndpoints {

    static final String NEW_ORDER = "/api/v3/order";

    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    private final Exchange exchange;

    OrderEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.signed("POST", NEW_ORDER, 0, Permission.SPOT_DEAL_WRITE, this::place),
                Endpoint.signed("POST", "/api/v3/order/test", 1, Permission.SPOT_DEAL_WRITE, this::test),
                Endpoint.signed("DELETE", NEW_ORDER, 0, Permission.SPOT_DEAL_WRITE, this::cancel),
                Endpoint.signed("DELETE", "/api/v3/openOrders", 0, Permission.SPOT_DEAL_WRITE, this::cancelAll),
                Endpoint.signed("GET", NEW_ORDER, 2, Permission.SPOT_DEAL_READ, this::query),
                Endpoint.signed("GET", "/api/v3/openOrders", 3, Permission.SPOT_DEAL_READ, this::openOrders),
                Endpoint.signed("GET", "/api/v3/allOrders", 10, Permission.SPOT_DEAL_READ, this::allOrders));
    }

    private Reply place(CallContext context) {
        OrderRequest request = request(context.params());
        Listing listing = listing(request.symbol());
        Behaviour behaviour = exchange.behaviours().of(request.symbol(), context.behaviour());
        PlacementResult result = exchange.orderEntry()
                .place(
                        context.signer(),
                        request,
                        listing,
                        behaviour,
                        context.now(),
                        context.call().arrived().machineMicros());
        return switch (result) {
            case PlacementResult.Accepted accepted -> acknowledged(accepted.placed());
            case PlacementResult.Refused refused -> Reply.refused(refused.refusal());
        };
    }

    private static Reply acknowledged(PlacedOrder placed) {
        return Reply.acknowledged(
                OrderJson.acknowledgement(placed), placed.order().terms().id());
    }

    private Reply test(CallContext context) {
        OrderRequest request = request(context.params());
        Behaviour behaviour = exchange.behaviours().of(request.symbol(), context.behaviour());
        Refusal refusal = exchange.orderEntry()
                .check(context.signer(), request, listing(request.symbol()), behaviour, context.now());
        return refusal == null ? Reply.ok(Json.MAPPER.createObjectNode()) : Reply.refused(refusal);
    }

    private Reply cancel(CallContext context) {
        Listing listing = listing(context.params().required("symbol"));
        String cancelId =
                Optional.ofNullable(context.params().text("newClientOrderId")).orElse("");
        return requestedOrder(context)
                .filter(placed -> exchange.orderEntry().cancel(placed.order(), listing, context.now()))
                .map(placed -> Reply.ok(OrderJson.cancelled(placed, cancelId)))
                .orElseGet(() -> Reply.refused(Refusal.UNKNOWN_ORDER));
    }

    private Reply cancelAll(CallContext context) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        for (String symbol : context.params().required("symbol").split(",", -1)) {
            Listing listing = listing(symbol);
            orders(context.signer(), symbol)
                    .filter(placed -> exchange.orderEntry().cancel(placed.order(), listing, context.now()))
                    .forEach(placed -> rows.add(OrderJson.cancelled(placed, "")));
        }
        return Reply.ok(rows);
    }

    private Reply query(CallContext context) {
        return requestedOrder(context)
                .map(placed -> Reply.ok(OrderJson.order(placed, context.now())))
                .orElseGet(() -> Reply.refused(Refusal.NO_SUCH_ORDER));
    }

    private Reply openOrders(CallContext context) {
        String symbol = context.params().text("symbol");
        ArrayNode rows = Json.MAPPER.createArrayNode();
        orders(context.signer(), symbol)
                .filter(placed -> placed.viewAt(context.now()).status().isOpen())
                .forEach(placed -> rows.add(OrderJson.order(placed, context.now())));
        return Reply.ok(rows);
    }

    private Reply allOrders(CallContext context) {
        Params params = context.params();
        long now = context.now().serverMillis();
        Long from = params.number("startTime");
        Long to = params.number("endTime");
        ArrayNode rows = Json.MAPPER.createArrayNode();
        orders(context.signer(), params.required("symbol"))
                .filter(placed -> placed.accepted().serverMillis() >= (from == null ? now - DAY_MILLIS : from))
                .filter(placed -> to == null || placed.accepted().serverMillis() <= to)
                .limit(params.limit(500, 1000))
                .forEach(placed -> rows.add(OrderJson.order(placed, context.now())));
        return Reply.ok(rows);
    }

    private Optional<PlacedOrder> requestedOrder(CallContext context) {
        Account account = context.signer();
        String symbol = context.params().required("symbol");
        String id = context.params().text("orderId");
        String clientId = context.params().text("origClientOrderId");
        if (id != null) {
            return exchange.archive().find(account, symbol, id);
        }
        if (clientId == null) {
            throw new RefusedException(Refusal.NO_ORDER_NAMED);
        }
        return exchange.archive().findByClientId(account, symbol, clientId, context.now());
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
