package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Permission;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.order.Fill;
import io.firstfill.simulator.order.Refusal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Endpoints for an account: balances, fills, tradable pairs, fees, listen keys. */
final class AccountEndpoints {

    private final Exchange exchange;

    AccountEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> endpoints() {
        return List.of(
                ofAccount("GET", "/api/v3/account", 10, this::account),
                ofAccount("GET", "/api/v3/myTrades", 10, this::myTrades),
                ofAccount("GET", "/api/v3/selfSymbols", 1, this::selfSymbols),
                ofAccount("GET", "/api/v3/tradeFee", 20, this::tradeFee),
                ofAccount("GET", "/api/v3/uid", 1, this::uid),
                ofAccount("GET", "/api/v3/kyc/status", 1, context -> Reply.ok(object().put("status", "3"))),
                ofAccount("POST", "/api/v3/userDataStream", 1, this::newListenKey),
                ofAccount("GET", "/api/v3/userDataStream", 1, this::listenKeys),
                ofAccount("PUT", "/api/v3/userDataStream", 1, this::extendListenKey),
                ofAccount("DELETE", "/api/v3/userDataStream", 1, this::closeListenKey));
    }

    private static Endpoint ofAccount(String method, String path, int weight, Function<CallContext, Reply> handler) {
        return Endpoint.signed(method, path, weight, Permission.SPOT_ACCOUNT_READ, handler);
    }

    private Reply account(CallContext context) {
        Account account = context.signer();
        ObjectNode body = object();
        List.of("makerCommission", "takerCommission", "buyerCommission", "sellerCommission")
                .forEach(body::putNull);
        body.put("canTrade", account.permissions().contains(Permission.SPOT_DEAL_WRITE));
        body.put("canWithdraw", false).put("canDeposit", true).putNull("updateTime");
        body.put("accountType", "SPOT");
        ArrayNode balances = body.putArray("balances");
        long lagMicros = exchange.behaviours().exchange().balanceLagMillis() * 1000;
        account.balancesAt(context.now().machineMicros() - lagMicros)
                .forEach((asset, holding) -> balances.addObject()
                        .put("asset", asset)
                        .put("free", Json.plain(holding.free()))
                        .put("locked", Json.plain(holding.locked()))
                        .put("available", Json.plain(holding.free())));
        body.putArray("permissions").add("SPOT");
        return Reply.ok(body);
    }

    private Reply myTrades(CallContext context) {
        Params params = context.params();
        String symbol = params.required("symbol");
        String orderId = params.text("orderId");
        Long from = params.number("startTime");
        Long to = params.number("endTime");
        Stream<Fill> fills = exchange.archive().fills().reversed().stream()
                .filter(fill -> fill.account().equals(context.signer().name()))
                .filter(fill -> fill.symbol().equals(symbol))
                .filter(fill -> fill.visibleFrom() <= context.now().machineMicros())
                .filter(fill -> orderId == null || fill.orderId().equals(orderId))
                .filter(fill -> from == null || fill.timeMillis() >= from)
                .filter(fill -> to == null || fill.timeMillis() <= to);
        ArrayNode rows = Json.MAPPER.createArrayNode();
        fills.limit(params.limit(100, 100)).forEach(fill -> rows.add(OrderJson.fill(fill)));
        return Reply.ok(rows);
    }

    private Reply selfSymbols(CallContext context) {
        boolean early = exchange.behaviours().exchange().defaultSymbolsBeforeOpen();
        ObjectNode body = object().put("code", 200);
        ArrayNode data = body.putArray("data");
        exchange.listings().all().stream()
                .filter(listing -> listing.isOpen() || (early && listing.inExchangeInfo(context.now())))
                .filter(listing -> context.signer().mayTrade(listing.symbol()))
                .forEach(listing -> data.add(listing.symbol()));
        return Reply.ok(body.putNull("msg"));
    }

    private Reply tradeFee(CallContext context) {
        String symbol = context.params().required("symbol");
        if (exchange.listings().find(symbol).isEmpty()) {
            return Reply.refused(Refusal.INVALID_SYMBOL);
        }
        Behaviour behaviour = exchange.behaviours().of(symbol);
        ObjectNode body = object();
        body.putObject("data")
                .put("makerCommission", behaviour.makerFee())
                .put("takerCommission", behaviour.takerFee());
        return Reply.ok(body.put("code", 0)
                .put("msg", "success")
                .put("timestamp", context.now().serverMillis()));
    }

    private Reply uid(CallContext context) {
        return Reply.ok(object().put("uid", context.signer().uid()));
    }

    private Reply newListenKey(CallContext context) {
        return exchange.listenKeys()
                .issue(context.signer(), exchange.behaviours().exchange(), context.now())
                .map(AccountEndpoints::listenKey)
                .orElseGet(() -> Reply.refused(Refusal.OPERATION_NOT_ALLOWED));
    }

    private Reply listenKeys(CallContext context) {
        ObjectNode body = object();
        ArrayNode keys = body.putArray("listenKey");
        exchange.listenKeys().of(context.signer(), context.now()).forEach(keys::add);
        return Reply.ok(body);
    }

    private Reply extendListenKey(CallContext context) {
        String key = context.params().required("listenKey");
        Behaviour limits = exchange.behaviours().exchange();
        boolean extended = exchange.listenKeys().extend(context.signer(), key, limits, context.now());
        return extended ? listenKey(key) : Reply.refused(Refusal.PARAMETER);
    }

    private Reply closeListenKey(CallContext context) {
        String key = context.params().required("listenKey");
        boolean closed = exchange.listenKeys().close(context.signer(), key, context.now());
        return closed ? listenKey(key) : Reply.refused(Refusal.PARAMETER);
    }

    private static Reply listenKey(String key) {
        return Reply.ok(object().put("listenKey", key));
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
