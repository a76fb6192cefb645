package io.firstfill.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.Json;
import io.firstfill.simulator.exchange.Account;
import io.firstfill.simulator.exchange.Behaviour;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Fill;
import io.firstfill.simulator.exchange.Refusal;
import io.firstfill.simulator.exchange.Right;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an account has and did. */
final class AccountEndpoints {

    private final Exchange exchange;

    AccountEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> table() {
        return List.of(
                read("GET", "/api/v3/account", 10, this::account),
                read("GET", "/api/v3/myTrades", 10, this::myTrades),
                read("GET", "/api/v3/selfSymbols", 1, this::selfSymbols),
                read("GET", "/api/v3/tradeFee", 20, this::tradeFee),
                read("GET", "/api/v3/uid", 1, this::uid),
                read("GET", "/api/v3/kyc/status", 1, ask -> Reply.ok(object().put("status", "3"))),
                read("POST", "/api/v3/userDataStream", 1, this::newListenKey),
                read("GET", "/api/v3/userDataStream", 1, this::listenKeys),
                read("PUT", "/api/v3/userDataStream", 1, this::extendListenKey),
                read("DELETE", "/api/v3/userDataStream", 1, this::closeListenKey));
    }

    private static Endpoint read(String method, String path, int weight, Function<Ask, Reply> handler) {
        return Endpoint.signed(method, path, weight, Right.SPOT_ACCOUNT_READ, handler);
    }

    private Reply account(Ask ask) {
        Account account = ask.signer();
        ObjectNode body = object();
        List.of("makerCommission", "takerCommission", "buyerCommission", "sellerCommission")
                .forEach(body::putNull);
        body.put("canTrade", account.rights().contains(Right.SPOT_DEAL_WRITE));
        body.put("canWithdraw", false).put("canDeposit", true).putNull("updateTime");
        body.put("accountType", "SPOT");
        ArrayNode balances = body.putArray("balances");
        account.balances()
                .all()
                .forEach((asset, holding) -> balances.addObject()
                        .put("asset", asset)
                        .put("free", Json.plain(holding.free()))
                        .put("locked", Json.plain(holding.locked()))
                        .put("available", Json.plain(holding.free())));
        body.putArray("permissions").add("SPOT");
        return Reply.ok(body);
    }

    private Reply myTrades(Ask ask) {
        Params params = ask.params();
        String symbol = params.required("symbol");
        String orderId = params.text("orderId");
        Long from = params.number("startTime");
        Long to = params.number("endTime");
        Stream<Fill> fills = exchange.archive().fills().reversed().stream()
                .filter(fill -> fill.account().equals(ask.signer().name()))
                .filter(fill -> fill.symbol().equals(symbol))
                .filter(fill -> fill.visibleFrom() <= ask.now().machineMicros())
                .filter(fill -> orderId == null || fill.orderId().equals(orderId))
                .filter(fill -> from == null || fill.timeMillis() >= from)
                .filter(fill -> to == null || fill.timeMillis() <= to);
        ArrayNode rows = Json.MAPPER.createArrayNode();
        fills.limit(params.limit(100, 100)).forEach(fill -> rows.add(OrderJson.fill(fill)));
        return Reply.ok(rows);
    }

    private Reply selfSymbols(Ask ask) {
        boolean early = exchange.behaviours().exchange().defaultSymbolsBeforeOpen();
        ObjectNode body = object().put("code", 200);
        ArrayNode data = body.putArray("data");
        exchange.listings().all().stream()
                .filter(listing -> listing.isOpen() || (early && listing.inExchangeInfo(ask.now())))
                .filter(listing -> ask.signer().mayTrade(listing.symbol()))
                .forEach(listing -> data.add(listing.symbol()));
        return Reply.ok(body.putNull("msg"));
    }

    private Reply tradeFee(Ask ask) {
        String symbol = ask.params().required("symbol");
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
                .put("timestamp", ask.now().serverMillis()));
    }

    private Reply uid(Ask ask) {
        return Reply.ok(object().put("uid", ask.signer().uid()));
    }

    private Reply newListenKey(Ask ask) {
        return exchange.listenKeys()
                .issue(ask.signer(), exchange.behaviours().exchange(), ask.now())
                .map(AccountEndpoints::listenKey)
                .orElseGet(() -> Reply.refused(Refusal.OPERATION_NOT_ALLOWED));
    }

    private Reply listenKeys(Ask ask) {
        ObjectNode body = object();
        ArrayNode keys = body.putArray("listenKey");
        exchange.listenKeys().of(ask.signer(), ask.now()).forEach(keys::add);
        return Reply.ok(body);
    }

    private Reply extendListenKey(Ask ask) {
        String key = ask.params().required("listenKey");
        Behaviour limits = exchange.behaviours().exchange();
        boolean extended = exchange.listenKeys().extend(ask.signer(), key, limits, ask.now());
        return extended ? listenKey(key) : Reply.refused(Refusal.PARAMETER);
    }

    private Reply closeListenKey(Ask ask) {
        String key = ask.params().required("listenKey");
        boolean closed = exchange.listenKeys().close(ask.signer(), key, ask.now());
        return closed ? listenKey(key) : Reply.refused(Refusal.PARAMETER);
    }

    private static Reply listenKey(String key) {
        return Reply.ok(object().put("listenKey", key));
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
