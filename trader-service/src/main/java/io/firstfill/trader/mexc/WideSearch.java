package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.trader.order.OrderQueryResult;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Searches for an order in the list of all orders, then in our trades. */
record WideSearch(MexcSignedClient client, AnswerReading reading, QueryQueue queries) {
    Uni<OrderQueryResult> of(
            MexcSymbol symbol, ClientOrderId id, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        return queries.ask(() -> client.allOrders(symbol, from, to))
                .map(all -> reading.searched(all, id, known))
                .flatMap(orders -> orders instanceof OrderQueryResult.Found
                        ? Uni.createFrom().item(orders)
                        : trades(symbol, known, from, to)
                                .map(trades -> reading.traded(trades, id, known))
                                .map(trades -> bothSay(orders, trades)));
    }

    private Uni<MexcResult<Rows<MyTrade>>> trades(
            MexcSymbol symbol, @Nullable ExchangeOrderId known, Instant from, Instant to) {
        return queries.ask(() -> known == null
                ? client.myTrades(symbol, from, to)
                : client.myTrades(symbol, new OrderId(known.value())));
    }

    /** A list that was not answered proves no absence, whatever the other list says. */
    private static OrderQueryResult bothSay(OrderQueryResult orders, OrderQueryResult trades) {
        return trades instanceof OrderQueryResult.Found || orders instanceof OrderQueryResult.Absent ? trades : orders;
    }
}
