package io.firstfill.simulator.stream;

import io.firstfill.simulator.account.BalanceChange;
import io.firstfill.simulator.account.Balances.Holding;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderStatus;
import io.firstfill.simulator.book.OrderTerms;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.order.Fill;
import io.firstfill.simulator.order.PlacedOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Encodes the bodies of the private channels, each named for its protobuf message in the exchange's documents. */
final class PrivateBodies {

    private PrivateBodies() {}

    /** PrivateOrdersV3Api. */
    static ProtoMessage order(PlacedOrder placed) {
        Order order = placed.order();
        OrderTerms terms = order.terms();
        Order.View view = order.latest();
        BigDecimal quantity = order.reportedQuantity(view);
        BigDecimal amount = amount(terms);
        boolean filled = view.status() == OrderStatus.FILLED;
        BigDecimal amountLeft =
                filled ? BigDecimal.ZERO : amount.subtract(view.executedQuote()).max(BigDecimal.ZERO);
        return new ProtoMessage()
                .text(1, terms.id())
                .text(2, terms.clientOrderId())
                .text(3, Json.plain(terms.price()))
                .text(4, Json.plain(quantity))
                .text(5, Json.plain(amount))
                .text(6, Json.plain(average(view)))
                .number(7, type(terms.type()))
                .number(8, side(terms.side()))
                .flag(9, terms.type() == OrderType.LIMIT_MAKER)
                .text(10, Json.plain(amountLeft))
                .text(11, Json.plain(quantity.subtract(view.executed())))
                .text(12, lastQuantity(order))
                .text(13, Json.plain(view.executed()))
                .text(14, Json.plain(view.executedQuote()))
                .number(15, status(view.status()))
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

    private static BigDecimal average(Order.View view) {
        return view.executed().signum() == 0
                ? BigDecimal.ZERO
                : view.executedQuote().divide(view.executed(), MathContext.DECIMAL64);
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
