package io.firstfill.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.Json;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Listing;
import io.firstfill.simulator.exchange.ListingState;
import io.firstfill.simulator.exchange.Moment;
import io.firstfill.simulator.exchange.Pair;
import io.firstfill.simulator.exchange.Refusal;
import io.firstfill.simulator.exchange.ServerClock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What exists and when it opens: exchangeInfo, the default symbols, and the two endpoints of the web site. */
final class SymbolEndpoints {

    private static final String USDT_ID = "128f589271cb4951b03e71e6323eb7be";

    private final Exchange exchange;

    SymbolEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> table() {
        return List.of(
                Endpoint.open("/api/v3/ping", 1, ask -> Reply.ok(Json.MAPPER.createObjectNode())),
                Endpoint.open("/api/v3/time", 1, this::time),
                Endpoint.open("/api/v3/defaultSymbols", 1, this::defaultSymbols),
                Endpoint.open("/api/v3/exchangeInfo", 25, this::exchangeInfo),
                Endpoint.open("/api/v3/symbol/offline", 10, this::offline),
                Endpoint.open("/api/operation/new_coin_calendar", 1, this::calendar),
                Endpoint.open("/api/platform/spot/market-v2/web/symbolsV2", 1, this::symbolsV2));
    }

    private Reply time(Ask ask) {
        return Reply.ok(
                Json.MAPPER.createObjectNode().put("serverTime", ask.now().serverMillis()));
    }

    private Reply defaultSymbols(Ask ask) {
        boolean early = exchange.behaviours().exchange().defaultSymbolsBeforeOpen();
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode data = body.putArray("data");
        listed(listing -> listing.isOpen() || (early && listing.inExchangeInfo(ask.now())))
                .forEach(listing -> data.add(listing.symbol()));
        return Reply.ok(body.put("code", 0)
                .put("msg", "success")
                .put("timestamp", ask.now().serverMillis()));
    }

    private Reply exchangeInfo(Ask ask) {
        Predicate<Listing> asked = asked(ask);
        ArrayNode rows = Json.MAPPER.createArrayNode();
        listed(listing -> asked.test(listing) && listing.inExchangeInfo(ask.now()))
                .forEach(listing -> rows.add(
                        ExchangeInfo.row(listing, exchange.behaviours().of(listing.symbol(), ask.behaviour()))));
        if (rows.isEmpty() && ask.params().raw("symbol") != null) {
            return Reply.refused(Refusal.INVALID_SYMBOL);
        }
        return Reply.ok(ExchangeInfo.document(ask.now(), rows));
    }

    private static Predicate<Listing> asked(Ask ask) {
        String one = ask.params().text("symbol");
        String several = ask.params().text("symbols");
        String names = several == null ? one : several;
        if (names == null) {
            return listing -> true;
        }
        List<String> wanted = Arrays.asList(names.split(",", -1));
        return listing -> wanted.contains(listing.symbol());
    }

    private Reply offline(Ask ask) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode data = body.putArray("data");
        listed(listing -> listing.isOpen() && listing.market().paused())
                .forEach(listing ->
                        data.addObject().put("symbol", listing.symbol()).put("state", 2));
        return Reply.ok(body);
    }

    private Reply calendar(Ask ask) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode coins = body.putObject("data").putArray("newCoins");
        listed(listing -> listing.inCalendar(ask.now()))
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
                .put("timestamp", ask.now().serverMillis()));
    }

    private Reply symbolsV2(Ask ask) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ObjectNode byQuote = body.putObject("data").putObject("symbols");
        listed(listing -> listing.inSymbolsV2(ask.now()))
                .forEach(listing -> byQuote.withArrayProperty(
                                listing.market().pair().quote())
                        .add(webRow(listing, ask.now())));
        return Reply.ok(body.put("code", 200).put("msg", "success"));
    }

    private static ObjectNode webRow(Listing listing, Moment now) {
        Pair pair = listing.market().pair();
        boolean ready = listing.isReadyOnTheWeb(now);
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", listing.pairId()).put("mcd", quoteId(pair.quote())).put("cd", listing.coinId());
        row.put("vn", pair.base()).put("fn", pair.fullName()).put("fne", pair.fullName());
        row.put("srt", 0).put("sts", ready ? 2 : 1).put("st", ready ? 2 : 1).put("tt", ready ? 4 : 1);
        row.put("tp", "NEW").put("in", "").put("ca", ready ? "0x" + listing.coinId() : "");
        if (ready) {
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

    private List<Listing> listed(Predicate<Listing> wanted) {
        return exchange.listings().all().stream().filter(wanted).toList();
    }
}
