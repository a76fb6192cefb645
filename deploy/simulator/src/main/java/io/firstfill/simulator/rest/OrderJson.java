package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderTerms;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.order.Fill;
import io.firstfill.simulator.order.PlacedOrder;
import java.math.BigDecimal;

/** Orders and fills as JSON of the exchange, with its spelling of {@code cummulativeQuoteQty}. */
final class OrderJson {

    private OrderJson() {}

    /** The answer to a new order: an acknowledgement, without status and without fills. */
    static ObjectNode acknowledgement(PlacedOrder placed) {
        OrderTerms terms = placed.order().terms();
        return Json.MAPPER
                .createObjectNode()
                .put("symbol", terms.symbol())
                .put("orderId", terms.id())
                .put("orderListId", -1)
                .put("price", Json.plain(terms.price()))
                .put("origQty", Json.plain(terms.quantity()))
                .put("type", terms.type().name())
                .put("side", terms.side().name())
                .put("stpMode", terms.stpMode())
                .put("transactTime", placed.accepted().serverMillis());
    }

    static ObjectNode order(PlacedOrder placed, ClockReading now) {
        OrderTerms terms = placed.order().terms();
        Order.View view = placed.viewAt(now);
        BigDecimal budget = terms.budget();
        return Json.MAPPER
                .createObjectNode()
                .put("symbol", terms.symbol())
                .put("orderId", terms.id())
                .put("orderListId", -1)
                .put("clientOrderId", terms.clientOrderId())
                .put("price", Json.plain(terms.price()))
                .put("origQty", Json.plain(placed.order().reportedQuantity(view)))
                .put("executedQty", Json.plain(view.executed()))
                .put("cummulativeQuoteQty", Json.plain(view.executedQuote()))
                .put("status", view.status().name())
                .putNull("timeInForce")
                .put("type", terms.type().name())
                .put("side", terms.side().name())
                .putNull("stopPrice")
                .putNull("icebergQty")
                .put("time", placed.accepted().serverMillis() / 1000 * 1000)
                .put("updateTime", view.updatedMillis())
                .put("isWorking", true)
                .put(
                        "origQuoteOrderQty",
                        Json.plain(budget == null ? terms.price().multiply(terms.quantity()) : budget))
                .put("stpMode", terms.stpMode());
    }

    static ObjectNode cancelled(PlacedOrder placed, String cancelId) {
        Order order = placed.order();
        return Json.MAPPER
                .createObjectNode()
                .put("symbol", order.terms().symbol())
                .put("origClientOrderId", order.terms().clientOrderId())
                .put("orderId", order.terms().id())
                .put("clientOrderId", cancelId.isEmpty() ? null : cancelId)
                .put("price", Json.plain(order.terms().price()))
                .put("origQty", Json.plain(order.terms().quantity()))
                .put("executedQty", Json.plain(order.executed()))
                .put("cummulativeQuoteQty", Json.plain(order.executedQuote()))
                .put("status", order.status().name())
                .put("type", order.terms().type().name())
                .put("side", order.terms().side().name());
    }

    static ObjectNode fill(Fill fill) {
        return Json.MAPPER
                .createObjectNode()
                .put("symbol", fill.symbol())
                .put("id", fill.id())
                .put("orderId", fill.orderId())
                .put("orderListId", -1)
                .put("price", Json.plain(fill.price()))
                .put("qty", Json.plain(fill.quantity()))
                .put("quoteQty", Json.plain(fill.amount()))
                .put("commission", Json.plain(fill.fee()))
                .put("commissionAsset", fill.feeAsset())
                .put("time", fill.timeMillis())
                .put("isBuyer", fill.side() == Side.BUY)
                .put("isMaker", fill.maker())
                .put("isBestMatch", true)
                .put("isSelfTrade", fill.selfTrade())
                .put("clientOrderId", fill.clientOrderId());
    }
}
