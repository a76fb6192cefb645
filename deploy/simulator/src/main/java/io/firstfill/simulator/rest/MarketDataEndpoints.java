package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.book.OrderBook;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Trade;
import io.firstfill.simulator.order.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Endpoints for depth, trades, and the candles and averages computed from trades. */
final class MarketDataEndpoints {

    private static final int FIVE_MINUTES = 5 * 60_000;

    private static final Map<String, Long> INTERVALS = Map.of(
            "1m",
            60_000L,
            "5m",
            300_000L,
            "15m",
            900_000L,
            "30m",
            1_800_000L,
            "60m",
            3_600_000L,
            "4h",
            14_400_000L,
            "1d",
            86_400_000L,
            "1W",
            604_800_000L,
            "1M",
            2_592_000_000L);

    private final Exchange exchange;

    MarketDataEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.open("/api/v3/depth", 3, this::depth),
                Endpoint.open("/api/v3/trades", 5, this::trades),
                Endpoint.open("/api/v3/aggTrades", 1, this::aggregated),
                Endpoint.open("/api/v3/klines", 1, this::klines),
                Endpoint.open("/api/v3/avgPrice", 1, this::average));
    }

    private Reply depth(CallContext context) {
        Market market = market(context);
        int limit = context.params().limit(100, 5000);
        boolean hidden = exchange.behaviours()
                .of(market.pair().symbol(), context.behaviour())
                .emptyBook();
        ObjectNode body = Json.MAPPER.createObjectNode().put("lastUpdateId", market.lastUpdateId());
        body.set("bids", levels(market.book(), Side.BUY, hidden ? 0 : limit));
        body.set("asks", levels(market.book(), Side.SELL, hidden ? 0 : limit));
        return Reply.ok(body.put("timestamp", context.now().serverMillis()));
    }

    private static ArrayNode levels(OrderBook book, Side side, int limit) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        book.levels(side, limit)
                .forEach(level -> rows.addArray().add(Json.plain(level.price())).add(Json.plain(level.quantity())));
        return rows;
    }

    private Reply trades(CallContext context) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        newest(market(context), context.params().limit(500, 1000))
                .forEach(trade -> rows.addObject()
                        .putNull("id")
                        .put("price", Json.plain(trade.price()))
                        .put("qty", Json.plain(trade.quantity()))
                        .put("quoteQty", Json.plain(trade.amount()))
                        .put("time", trade.timeMillis())
                        .put("isBuyerMaker", trade.takerSide() == Side.SELL)
                        .put("isBestMatch", true)
                        .put("tradeType", trade.takerSide() == Side.BUY ? "BID" : "ASK"));
        return Reply.ok(rows);
    }

    private Reply aggregated(CallContext context) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        newest(market(context), context.params().limit(500, 1000))
                .forEach(trade -> rows.addObject()
                        .putNull("a")
                        .putNull("f")
                        .putNull("l")
                        .put("p", Json.plain(trade.price()))
                        .put("q", Json.plain(trade.quantity()))
                        .put("T", trade.timeMillis())
                        .put("m", trade.takerSide() == Side.SELL)
                        .put("M", true));
        return Reply.ok(rows);
    }

    private Reply klines(CallContext context) {
        Market market = market(context);
        Long width = INTERVALS.get(context.params().required("interval"));
        if (width == null) {
            return Reply.refused(Refusal.PARAMETER);
        }
        TreeMap<Long, List<Trade>> candles = new TreeMap<>();
        market.recentTrades()
                .forEach(trade -> candles.computeIfAbsent(
                                trade.timeMillis() / width * width, opened -> new ArrayList<>())
                        .add(trade));
        ArrayNode rows = Json.MAPPER.createArrayNode();
        candles.forEach((opened, trades) -> rows.add(candle(opened, opened + width, trades)));
        return Reply.ok(rows);
    }

    private static ArrayNode candle(long opened, long closed, List<Trade> trades) {
        BigDecimal high = trades.stream().map(Trade::price).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal low = trades.stream().map(Trade::price).reduce(high, BigDecimal::min);
        return Json.MAPPER
                .createArrayNode()
                .add(opened)
                .add(Json.plain(trades.getFirst().price()))
                .add(Json.plain(high))
                .add(Json.plain(low))
                .add(Json.plain(trades.getLast().price()))
                .add(Json.plain(volume(trades)))
                .add(closed)
                .add(Json.plain(amount(trades)));
    }

    private Reply average(CallContext context) {
        Market market = market(context);
        List<Trade> recent = market.recentTrades().stream()
                .filter(trade -> trade.timeMillis() > context.now().serverMillis() - FIVE_MINUTES)
                .toList();
        BigDecimal price = recent.isEmpty()
                ? market.lastOrReferencePrice()
                : amount(recent).divide(volume(recent), market.pair().priceScale(), RoundingMode.HALF_UP);
        return Reply.ok(Json.MAPPER.createObjectNode().put("mins", 5).put("price", Json.plain(price)));
    }

    private Market market(CallContext context) {
        String symbol = context.params().required("symbol");
        return exchange.listings()
                .find(symbol)
                .filter(listing -> listing.inExchangeInfo(context.now()))
                .map(Listing::market)
                .orElseThrow(() -> new RefusedException(Refusal.INVALID_SYMBOL));
    }

    private static List<Trade> newest(Market market, int limit) {
        List<Trade> trades = new ArrayList<>(market.recentTrades());
        return trades.reversed().subList(0, Math.min(limit, trades.size()));
    }

    private static BigDecimal volume(List<Trade> trades) {
        return trades.stream().map(Trade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(List<Trade> trades) {
        return trades.stream().map(Trade::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
