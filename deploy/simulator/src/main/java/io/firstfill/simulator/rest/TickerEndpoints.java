package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.book.OrderBook;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.TradeStatistics;
import io.firstfill.simulator.order.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Endpoints for prices. The answer is an object for one pair, an array for all pairs. */
final class TickerEndpoints {

    private static final int RATIO_DECIMALS = 4;

    private final Exchange exchange;

    TickerEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.open("/api/v3/ticker/price", 10, context -> oneOrAll(context, (market, now) -> price(market))),
                Endpoint.open(
                        "/api/v3/ticker/bookTicker",
                        10,
                        context -> oneOrAll(context, (market, now) -> bookTicker(market))),
                Endpoint.open("/api/v3/ticker/24hr", 25, context -> oneOrAll(context, TickerEndpoints::day)));
    }

    private Reply oneOrAll(CallContext context, BiFunction<Market, ClockReading, ObjectNode> row) {
        String symbol = context.params().text("symbol");
        if (symbol == null) {
            ArrayNode rows = Json.MAPPER.createArrayNode();
            exchange.listings().all().stream()
                    .filter(listing -> isVisible(listing, context.now()))
                    .forEach(listing -> rows.add(row.apply(listing.market(), context.now())));
            return Reply.ok(rows);
        }
        return exchange.listings()
                .find(symbol)
                .filter(listing -> isVisible(listing, context.now()))
                .map(listing -> Reply.ok(row.apply(listing.market(), context.now())))
                .orElseGet(() -> Reply.refused(Refusal.INVALID_SYMBOL));
    }

    private boolean isVisible(Listing listing, ClockReading now) {
        boolean early = exchange.behaviours().of(listing.symbol()).tickerBeforeOpen();
        return listing.isOpen() || (early && listing.inExchangeInfo(now));
    }

    private static ObjectNode price(Market market) {
        BigDecimal price = market.lastPrice() == null ? market.lastOrReferencePrice() : market.lastPrice();
        return rowOf(market).put("price", Json.plain(price));
    }

    private static ObjectNode bookTicker(Market market) {
        return withBestPrices(rowOf(market), market);
    }

    private static ObjectNode withBestPrices(ObjectNode row, Market market) {
        putBest(row, "bid", market.book(), Side.BUY);
        putBest(row, "ask", market.book(), Side.SELL);
        return row;
    }

    private static void putBest(ObjectNode row, String name, OrderBook book, Side side) {
        List<OrderBook.Level> levels = book.levels(side, 1);
        OrderBook.@Nullable Level best = levels.isEmpty() ? null : levels.getFirst();
        row.put(name + "Price", best == null ? "" : Json.plain(best.price()));
        row.put(name + "Qty", best == null ? "" : Json.plain(best.quantity()));
    }

    private static ObjectNode day(Market market, ClockReading now) {
        ObjectNode row = rowOf(market);
        TradeStatistics day = market.statistics();
        BigDecimal last = market.lastOrReferencePrice();
        BigDecimal open = day == null ? last : day.open();
        BigDecimal change = last.subtract(open);
        row.put("priceChange", Json.plain(change));
        row.put("priceChangePercent", Json.plain(change.divide(open, RATIO_DECIMALS, RoundingMode.HALF_UP)));
        row.put("prevClosePrice", Json.plain(open)).put("lastPrice", Json.plain(last));
        withBestPrices(row, market);
        row.put("openPrice", Json.plain(open));
        row.put("highPrice", Json.plain(day == null ? last : day.high()));
        row.put("lowPrice", Json.plain(day == null ? last : day.low()));
        row.put("volume", Json.plain(day == null ? BigDecimal.ZERO : day.volume()));
        row.put("quoteVolume", day == null ? null : Json.plain(day.amount()));
        row.put("openTime", day == null ? now.serverMillis() : day.openMillis());
        row.put("closeTime", now.serverMillis()).putNull("count");
        return row;
    }

    private static ObjectNode rowOf(Market market) {
        return Json.MAPPER.createObjectNode().put("symbol", market.pair().symbol());
    }
}
