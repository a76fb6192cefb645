package io.firstfill.simulator.stream;

import io.firstfill.simulator.Json;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderStatus;
import io.firstfill.simulator.book.OrderTerms;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.BalanceChange;
import io.firstfill.simulator.exchange.Balances.Holding;
import io.firstfill.simulator.exchange.Fill;
import io.firstfill.simulator.exchange.Listing;
import io.firstfill.simulator.exchange.PlacedOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** The bodies of the private channels. */
final class PrivateBodies {

    private PrivateBodies() {}

    /** PrivateOrdersV3Api. */
    static ProtoMessage order(PlacedOrder placed) {
        Order order = placed.order();
        OrderTerms terms = order.terms();
        Order.View state = order.latest();
        BigDecimal quantity = order.reportedQuantity(state);
        BigDecimal amount = amount(terms);
        boolean filled = state.status() == OrderStatus.FILLED;
        BigDecimal amountLeft = filled
                ? BigDecimal.ZERO
                : amount.subtract(state.executedQuote()).max(BigDecimal.ZERO);
        return new ProtoMessage()
                .text(1, terms.id())
                .text(2, terms.clientOrderId())
                .text(3, Json.plain(terms.price()))
                .text(4, Json.plain(quantity))
                .text(5, Json.plain(amount))
                .text(6, Json.plain(average(state)))
                .number(7, type(terms.type()))
                .number(8, side(terms.side()))
                .flag(9, terms.type() == OrderType.LIMIT_MAKER)
                .text(10, Json.plain(amountLeft))
                .text(11, Json.plain(quantity.subtract(state.executed())))
                .text(12, lastQuantity(order))
                .text(13, Json.plain(state.executed()))
                .text(14, Json.plain(state.executedQuote()))
                .number(15, status(state.status()))
                .number(16, placed.accepted().serverMillis());
    }

    /** PrivateDealsV3Api. */
    static ProtoMessage deal(Fill fill) {
        return new ProtoMessage()
                .text(1, Json.plain(fill.price()))
                .text(2, Json.plain(fill.quantity()))
                .text(3, Json.plain(fill.amount()))
                .number(4, side(fill.side()))
                .flag(5, fill.maker())
                .flag(6, fill.selfTrade())
                .text(7, fill.id())
                .text(8, fill.clientOrderId())
                .text(9, fill.orderId())
                .text(10, Json.plain(fill.fee()))
                .text(11, fill.feeAsset())
                .number(12, fill.timeMillis());
    }

    /** PrivateAccountV3Api. */
    static ProtoMessage balance(String asset, Holding before, Holding after, BalanceChange reason, long serverMillis) {
        return new ProtoMessage()
                .text(1, asset)
                .text(2, Listing.webId(asset))
                .text(3, Json.plain(after.free()))
                .text(4, Json.plain(after.free().subtract(before.free())))
                .text(5, Json.plain(after.locked()))
                .text(6, Json.plain(after.locked().subtract(before.locked())))
                .text(7, reason.name())
                .number(8, serverMillis);
    }

    static int side(Side side) {
        return side == Side.BUY ? 1 : 2;
    }

    private static BigDecimal amount(OrderTerms terms) {
        if (terms.budget() != null) {
            return terms.budget();
        }
        return terms.type() == OrderType.MARKET
                ? BigDecimal.ZERO
                : terms.price().multiply(terms.quantity());
    }

    private static BigDecimal average(Order.View state) {
        return state.executed().signum() == 0
                ? BigDecimal.ZERO
                : state.executedQuote().divide(state.executed(), MathContext.DECIMAL64);
    }

    private static @Nullable String lastQuantity(Order order) {
        return order.lastQuantity().signum() == 0 ? null : Json.plain(order.lastQuantity());
    }

    private static int type(OrderType type) {
        return switch (type) {
            case LIMIT -> 1;
            case LIMIT_MAKER -> 2;
            case IMMEDIATE_OR_CANCEL -> 3;
            case FILL_OR_KILL -> 4;
            case MARKET -> 5;
        };
    }

    private static int status(OrderStatus status) {
        return switch (status) {
            case NEW -> 1;
            case FILLED -> 2;
            case PARTIALLY_FILLED -> 3;
            case CANCELED -> 4;
            case PARTIALLY_CANCELED -> 5;
        };
    }
}
