package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.listing.ListingState;
import io.firstfill.simulator.market.Pair;
import io.firstfill.simulator.order.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Endpoints for pairs and their openings: exchangeInfo, the default symbols, the offline pairs, and the two endpoints
 * of the web site (calendar and symbolsV2). The server time and the ping are here too.
 */
final class SymbolEndpoints {

    private static final String USDT_ID = "128f589271cb4951b03e71e6323eb7be";

    private final Exchange exchange;

    SymbolEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.open("/api/v3/ping", 1, context -> Reply.ok(Json.MAPPER.createObjectNode())),
                Endpoint.open("/api/v3/time", 1, this::time),
                Endpoint.open("/api/v3/defaultSymbols", 1, this::defaultSymbols),
                Endpoint.open("/api/v3/exchangeInfo", 25, this::exchangeInfo),
                Endpoint.open("/api/v3/symbol/offline", 10, this::offline),
                Endpoint.open("/api/operation/new_coin_calendar", 1, this::calendar),
                Endpoint.open("/api/platform/spot/market-v2/web/symbolsV2", 1, this::symbolsV2));
    }

    private Reply time(CallContext context) {
        return Reply.ok(
                Json.MAPPER.createObjectNode().put("serverTime", context.now().serverMillis()));
    }

    private Reply defaultSymbols(CallContext context) {
        boolean early = exchange.behaviours().exchange().defaultSymbolsBeforeOpen();
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode data = body.putArray("data");
        listings(listing -> listing.isOpen() || (early && listing.inExchangeInfo(context.now())))
                .forEach(listing -> data.add(listing.symbol()));
        return Reply.ok(body.put("code", 0)
                .put("msg", "success")
                .put("timestamp", context.now().serverMillis()));
    }

    private Reply exchangeInfo(CallContext context) {
        Predicate<Listing> requested = requested(context);
        ArrayNode rows = Json.MAPPER.createArrayNode();
        listings(listing -> requested.test(listing) && listing.inExchangeInfo(context.now()))
                .forEach(listing -> rows.add(
                        ExchangeInfo.row(listing, exchange.behaviours().of(listing.symbol(), context.behaviour()))));
        if (rows.isEmpty() && context.params().raw("symbol") != null) {
            return Reply.refused(Refusal.INVALID_SYMBOL);
        }
        return Reply.ok(ExchangeInfo.document(context.now(), rows));
    }

    private static Predicate<Listing> requested(CallContext context) {
        String one = context.params().text("symbol");
        String several = context.params().text("symbols");
        String names = several == null ? one : several;
        if (names == null) {
            return listing -> true;
        }
        List<String> symbols = Arrays.asList(names.split(",", -1));
        return listing -> symbols.contains(listing.symbol());
    }

    private Reply offline(CallContext context) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode data = body.putArray("data");
        listings(listing -> listing.isOpen() && listing.market().paused())
                .forEach(listing ->
                        data.addObject().put("symbol", listing.symbol()).put("state", 2));
        return Reply.ok(body);
    }

    private Reply calendar(CallContext context) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode coins = body.putObject("data").putArray("newCoins");
        listings(listing -> listing.inCalendar(context.now()))
                .forEach(listing -> coins.addObject()
                        .put("vcoinId", listing.coinId())
                        .put("vcoinName", listing.market().pair().base())
                        .put("vcoinNameFull", listing.market().pair().fullName())
                        .put("firstOpenTime", openMillis(listing.state()))
                        .put("zone", "NEW")
                        .put("introductionEn", listing.market().pair().fullName())
                        .put("introductionCn", ""));
        return Reply.ok(body.put("code", 0)
                .put("msg", "success")
                .put("timestamp", context.now().serverMillis()));
    }

    private Reply symbolsV2(CallContext context) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ObjectNode byQuote = body.putObject("data").putObject("symbols");
        listings(listing -> listing.inSymbolsV2(context.now()))
                .forEach(listing -> byQuote.withArrayProperty(
                                listing.market().pair().quote())
                        .add(webRow(listing, context.now())));
        return Reply.ok(body.put("code", 200).put("msg", "success"));
    }

    private static ObjectNode webRow(Listing listing, ClockReading now) {
        Pair pair = listing.market().pair();
        boolean complete = listing.isCompleteInSymbolsV2(now);
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", listing.pairId()).put("mcd", quoteId(pair.quote())).put("cd", listing.coinId());
        row.put("vn", pair.base()).put("fn", pair.fullName()).put("fne", pair.fullName());
        row.put("srt", 0)
                .put("sts", complete ? 2 : 1)
                .put("st", complete ? 2 : 1)
                .put("tt", complete ? 4 : 1);
        row.put("tp", "NEW").put("in", "").put("ca", complete ? "0x" + listing.coinId() : "");
        if (complete) {
            row.put("ot", openMillis(listing.state()));
            row.put("ps", pair.priceScale()).put("qs", pair.baseScale()).put("cdm", 1);
        }
        return row;
    }

    private static String quoteId(String quote) {
        return quote.equals("USDT") ? USDT_ID : Listing.webId(quote);
    }

    private static long openMillis(ListingState state) {
        return ServerClock.micros(state.openAt()) / 1000;
    }

    private List<Listing> listings(Predicate<Listing> filter) {
        return exchange.listings().all().stream().filter(filter).toList();
    }
}
