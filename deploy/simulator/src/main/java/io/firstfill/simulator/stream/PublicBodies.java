package io.firstfill.simulator.stream;

import io.firstfill.simulator.book.OrderBook.Level;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Trade;
import io.firstfill.simulator.market.TradeStatistics;
import io.firstfill.simulator.stream.Subscription.TopOfBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Encodes the bodies of the public channels, each named for its protobuf message in the exchange's documents. */
final class PublicBodies {

    private static final int RATIO_DECIMALS = 4;

    private PublicBodies() {}

    /** PublicAggreBookTickerV3Api; the fields of an empty side are left out. */
    static ProtoMessage bookTicker(TopOfBook top, long version) {
        Level bid = top.bid();
        Level ask = top.ask();
        ProtoMessage body = new ProtoMessage();
        if (bid != null) {
            body.text(1, Json.plain(bid.price())).text(2, Json.plain(bid.quantity()));
        }
        if (ask != null) {
            body.text(3, Json.plain(ask.price())).text(4, Json.plain(ask.quantity()));
        }
        return body.text(5, Long.toString(version));
    }

    /** PublicAggreDealsV3Api. */
    static ProtoMessage deals(List<Trade> trades, String eventType) {
        ProtoMessage body = new ProtoMessage();
        trades.forEach(trade -> body.message(
                1,
                new ProtoMessage()
                        .text(1, Json.plain(trade.price()))
                        .text(2, Json.plain(trade.quantity()))
                        .number(3, PrivateBodies.side(trade.takerSide()))
                        .number(4, trade.timeMillis())));
        return body.text(2, eventType);
    }

    /** PublicMiniTickersV3Api. */
    static ProtoMessage miniTickers(List<Market> markets) {
        ProtoMessage body = new ProtoMessage();
        markets.forEach(market -> body.message(1, miniTicker(market)));
        return body;
    }

    private static ProtoMessage miniTicker(Market market) {
        TradeStatistics day = market.statistics();
        BigDecimal last = market.lastOrReferencePrice();
        BigDecimal open = day == null ? last : day.open();
        String rate = Json.plain(last.subtract(open).divide(open, RATIO_DECIMALS, RoundingMode.HALF_UP));
        String high = Json.plain(day == null ? last : day.high());
        String low = Json.plain(day == null ? last : day.low());
        return new ProtoMessage()
                .text(1, market.pair().symbol())
                .text(2, Json.plain(last))
                .text(3, rate)
                .text(4, rate)
                .text(5, high)
                .text(6, low)
                .text(7, Json.plain(day == null ? BigDecimal.ZERO : day.amount()))
                .text(8, Json.plain(day == null ? BigDecimal.ZERO : day.volume()))
                .text(9, rate)
                .text(10, rate)
                .text(11, high)
                .text(12, low);
    }
}
