package io.firstfill.trader.mexc.quote;

import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.Push;
import io.firstfill.mexc.stream.StreamListener;
import io.firstfill.trader.exit.Quote;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Passes the pushed books of the pairs that are followed on. Prices are polled while none is pushed. */
final class BookPushes implements StreamListener {
    private static final Logger LOG = Logger.getLogger(BookPushes.class);

    private record Followed(Map<String, Pair> pairs, BiConsumer<Pair, Quote> listener) {}

    private volatile Followed followed = new Followed(Map.of(), (pair, quote) -> {});

    void follow(Map<String, Pair> pairs, BiConsumer<Pair, Quote> listener) {
        followed = new Followed(pairs, listener);
    }

    @Override
    public void pushed(Push push, Instant seenAt) {
        Followed now = followed;
        MexcSymbol symbol = push.symbol();
        Pair pair = symbol == null ? null : now.pairs().get(symbol.value());
        if (pair != null && push.body() instanceof Push.BookPush book) {
            now.listener()
                    .accept(
                            pair,
                            new Quote(MexcQuotes.price(book.bidPrice()), MexcQuotes.price(book.askPrice()), seenAt));
        }
    }

    @Override
    public void live() {
        LOG.debug("Books of held pairs are pushed");
    }

    @Override
    public void lost(String reason) {
        LOG.warnf("Stream of held pairs lost, their prices are polled: reason=%s", reason);
    }

    @Override
    public void unreadable(String detail) {
        LOG.warnf("Frame of a held pair's book not readable: detail=%s", detail);
    }

    @Override
    public void refused(String text) {
        LOG.warnf("Subscription to a held pair's book refused, its price is polled: text=%s", text);
    }
}
