package io.firstfill.mexc.stream;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.OrderStatus;
import io.firstfill.mexc.reading.WireText;
import io.firstfill.mexc.stream.Push.Body;
import io.firstfill.mexc.stream.Push.BookPush;
import io.firstfill.mexc.stream.Push.DealPush;
import io.firstfill.mexc.stream.Push.OrderPush;
import io.firstfill.mexc.stream.Push.OtherPush;
import io.firstfill.mexc.stream.Push.TradePush;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decodes binary frames. The field numbers are those of github.com/mexcdevelop/websocket-proto as of 2026-06; fields
 * added since are skipped.
 */
final class Frames {

    private static final int PRIVATE_ORDERS = 304;
    private static final int PRIVATE_DEALS = 306;
    private static final int TRADES = 314;
    private static final int BOOK_TICKER = 315;

    /** The result of decoding a frame. */
    sealed interface Frame {

        record Read(Push push) implements Frame {}

        /** @param detail for the log; holds nothing of the frame */
        record Unreadable(String detail) implements Frame {}
    }

    private Frames() {}

    /** Decodes a frame. Never throws, whatever the bytes are. */
    static Frame read(byte[] frame) {
        try {
            ProtoFields wrapper = ProtoFields.read(frame);
            String channel = wrapper.text(1);
            if (channel.isEmpty()) {
                return new Frame.Unreadable("no channel");
            }
            return new Frame.Read(new Push(channel, symbol(wrapper.text(3)), wrapper.millis(6), body(wrapper)));
        } catch (IOException malformed) {
            return new Frame.Unreadable(WireText.describe(String.valueOf(malformed.getMessage())));
        } catch (RuntimeException odd) {
            return new Frame.Unreadable(odd.getClass().getSimpleName());
        }
    }

    private static Body body(ProtoFields wrapper) throws IOException {
        ProtoFields order = wrapper.message(PRIVATE_ORDERS);
        if (order != null) {
            return order(order);
        }
        ProtoFields deal = wrapper.message(PRIVATE_DEALS);
        if (deal != null) {
            return deal(deal);
        }
        ProtoFields book = wrapper.message(BOOK_TICKER);
        return book == null ? trade(wrapper.message(TRADES)) : book(book);
    }

    private static OrderPush order(ProtoFields fields) throws IOException {
        return new OrderPush(
                fields.orderId(1),
                fields.clientOrderId(2),
                status(fields.number(15)),
                fields.side(8),
                fields.decimal(13),
                fields.decimal(14));
    }

    /**
     * Maps the wire number: here 2 is filled and 3 is partly filled. 5 is final, although a known client reads it as
     * open.
     */
    private static OrderStatus status(long wire) {
        if (wire < 1 || wire > 5) {
            return OrderStatus.UNKNOWN;
        }
        return switch ((int) wire) {
            case 1 -> OrderStatus.NEW;
            case 2 -> OrderStatus.FILLED;
            case 3 -> OrderStatus.PARTIALLY_FILLED;
            case 4 -> OrderStatus.CANCELED;
            default -> OrderStatus.PARTIALLY_CANCELED;
        };
    }

    private static DealPush deal(ProtoFields fields) throws IOException {
        return new DealPush(
                fields.orderId(9),
                fields.clientOrderId(8),
                fields.name(7),
                fields.side(4),
                fields.decimal(1),
                fields.decimal(2),
                fields.decimal(3),
                fields.millis(12));
    }

    /** Reads the first and the last trade of the list, which is in the order of time. */
    private static Body trade(@Nullable ProtoFields trades) throws IOException {
        BigDecimal price = price(trades == null ? null : trades.message(1));
        ProtoFields first = trades == null ? null : trades.firstMessage(1);
        BigDecimal firstPrice = price(first);
        return price == null || first == null || firstPrice == null
                ? new OtherPush()
                : new TradePush(price, firstPrice, first.millis(4));
    }

    private static @Nullable BigDecimal price(@Nullable ProtoFields trade) throws IOException {
        BigDecimal price = trade == null ? null : trade.decimal(1);
        return price == null || price.signum() <= 0 ? null : price;
    }

    private static BookPush book(ProtoFields fields) throws IOException {
        return new BookPush(side(fields, 1), side(fields, 2), side(fields, 3), side(fields, 4));
    }

    /** Reads a value of a side of the book; an empty side is left out of the frame, or 0. */
    private static @Nullable BigDecimal side(ProtoFields fields, int field) throws IOException {
        BigDecimal value = fields.decimal(field);
        return value == null || value.signum() <= 0 ? null : value;
    }

    private static @Nullable MexcSymbol symbol(String text) {
        return WireText.isName(text) ? new MexcSymbol(text) : null;
    }
}
