package io.firstfill.simulator.stream;

import io.firstfill.simulator.book.OrderBook.Level;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Listing;
import io.firstfill.simulator.exchange.Market;
import io.firstfill.simulator.exchange.Trade;
import io.firstfill.simulator.stream.Subscription.Best;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pushes what changed on a public channel since its last push. */
final class PublicPushes {

    private final Exchange exchange;

    PublicPushes(Exchange exchange) {
        this.exchange = exchange;
    }

    void pushDue(StreamSocket socket, long micros) {
        for (Subscription subscription : List.copyOf(socket.subscriptions())) {
            if (subscription.isDue(micros)) {
                push(socket, subscription);
            }
        }
    }

    private void push(StreamSocket socket, Subscription subscription) {
        Channel channel = subscription.channel();
        if (channel.kind() == Kind.MINI_TICKERS) {
            socket.push(channel, null, PublicBodies.miniTickers(openMarkets()), 0);
            return;
        }
        exchange.listings().find(channel.symbol()).map(Listing::market).ifPresent(market -> {
            if (channel.kind() == Kind.DEALS) {
                pushDeals(socket, subscription, market);
            } else {
                pushBest(socket, subscription, market);
            }
        });
    }

    private static void pushDeals(StreamSocket socket, Subscription subscription, Market market) {
        Channel channel = subscription.channel();
        int fresh = subscription.newTrades(market.trades());
        if (fresh > 0) {
            List<Trade> tape = new ArrayList<>(market.tape());
            List<Trade> trades = tape.subList(Math.max(0, tape.size() - fresh), tape.size());
            String eventType = channel.kind().family() + "@" + channel.intervalMillis() + "ms";
            socket.push(channel, channel.symbol(), PublicBodies.deals(trades, eventType), 0);
        }
    }

    /** Nothing for a book that never had an order: a pair before its opening is silent unless asks are shown early. */
    private void pushBest(StreamSocket socket, Subscription subscription, Market market) {
        boolean hidden = exchange.behaviours().of(market.pair().symbol()).emptyBook();
        Best best = hidden ? Best.NONE : new Best(best(market, Side.BUY), best(market, Side.SELL));
        if (subscription.isNews(best)) {
            Channel channel = subscription.channel();
            socket.push(channel, channel.symbol(), PublicBodies.bookTicker(best, market.updates()), 0);
        }
    }

    private static @Nullable Level best(Market market, Side side) {
        List<Level> levels = market.book().levels(side, 1);
        return levels.isEmpty() ? null : levels.getFirst();
    }

    private List<Market> openMarkets() {
        return exchange.listings().all().stream()
                .filter(Listing::isOpen)
                .map(Listing::market)
                .toList();
    }
}
