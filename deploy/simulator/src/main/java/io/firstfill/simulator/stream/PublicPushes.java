package io.firstfill.simulator.stream;

import io.firstfill.simulator.book.OrderBook.Level;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Trade;
import io.firstfill.simulator.stream.Subscription.TopOfBook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pushes the changes on public channels since the last push of each subscription. */
final class PublicPushes {

    private final Exchange exchange;

    PublicPushes(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Pushes on every channel of a socket whose interval is over. */
    void pushDue(StreamSocket socket, long micros) {
        for (Subscription subscription : List.copyOf(socket.subscriptions())) {
            if (subscription.isDue(micros)) {
                push(socket, subscription);
            }
        }
    }

    private void push(StreamSocket socket, Subscription subscription) {
        Channel channel = subscription.channel();
        if (channel.kind() == ChannelKind.MINI_TICKERS) {
            socket.push(channel, null, PublicBodies.miniTickers(openMarkets()), 0);
            return;
        }
        exchange.listings().find(channel.symbol()).map(Listing::market).ifPresent(market -> {
            if (channel.kind() == ChannelKind.DEALS) {
                pushDeals(socket, subscription, market);
            } else {
                pushTopOfBook(socket, subscription, market);
            }
        });
    }

    private static void pushDeals(StreamSocket socket, Subscription subscription, Market market) {
        Channel channel = subscription.channel();
        int newTrades = subscription.countNewTrades(market.tradeCount());
        if (newTrades > 0) {
            List<Trade> recent = new ArrayList<>(market.recentTrades());
            List<Trade> trades = recent.subList(Math.max(0, recent.size() - newTrades), recent.size());
            String eventType = channel.kind().family() + "@" + channel.intervalMillis() + "ms";
            socket.push(channel, channel.symbol(), PublicBodies.deals(trades, eventType), 0);
        }
    }

    /**
     * Pushes the best bid and ask when one of them has changed. A book that never had an order pushes nothing, so a
     * pair pushes before its opening only where {@code preOpenAsks} is on.
     */
    private void pushTopOfBook(StreamSocket socket, Subscription subscription, Market market) {
        boolean hidden = exchange.behaviours().of(market.pair().symbol()).emptyBook();
        TopOfBook top = hidden ? TopOfBook.NONE : new TopOfBook(best(market, Side.BUY), best(market, Side.SELL));
        if (subscription.updateTopOfBook(top)) {
            Channel channel = subscription.channel();
            socket.push(channel, channel.symbol(), PublicBodies.bookTicker(top, market.lastUpdateId()), 0);
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
