package io.firstfill.scanner.mexc;

import static java.util.Objects.requireNonNullElse;

import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PushedTrade;
import io.firstfill.contract.value.Price;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.Push;
import io.firstfill.mexc.stream.StreamListener;
import io.firstfill.scanner.quote.QuoteFeed;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Passes pushed prices on: an offer to sell first, because it may be an opening. */
final class BookTickers implements StreamListener {
    private static final Logger LOG = Logger.getLogger(BookTickers.class);

    private final QuoteFeed.Listener listener;
    private final QuoteMeters meters;

    BookTickers(QuoteFeed.Listener listener, QuoteMeters meters) {
        this.listener = listener;
        this.meters = meters;
    }

    @Override
    public void pushed(Push push, Instant seenAt) {
        MexcSymbol symbol = push.symbol();
        if (symbol != null && push.body() instanceof Push.BookPush book && book.askPrice() != null) {
            Instant quotedAt = requireNonNullElse(push.sentAt(), seenAt);
            meters.lag(quotedAt, seenAt);
            listener.offered(symbol.value(), quotedAt);
        }
        if (symbol != null) {
            price(symbol.value(), push.body(), seenAt);
        }
    }

    private void price(String symbol, Push.Body body, Instant seenAt) {
        if (body instanceof Push.BookPush book) {
            Price bid = Prices.of(book.bidPrice());
            listener.priced(symbol, new PricePoint(seenAt, null, bid, Prices.of(book.askPrice())));
        } else if (body instanceof Push.TradePush trade) {
            listener.priced(symbol, new PricePoint(seenAt, Prices.of(trade.price()), null, null, first(trade)));
        }
    }

    private static @Nullable PushedTrade first(Push.TradePush trade) {
        Instant at = trade.firstAt();
        Price price = Prices.of(trade.first());
        return at == null || price == null ? null : new PushedTrade(at, price);
    }

    @Override
    public void live() {
        meters.live();
    }

    @Override
    public void lost(String reason) {
        meters.lost();
        LOG.warnf("Book ticker stream lost reason=%s", reason);
    }

    @Override
    public void unreadable(String detail) {
        meters.unreadable();
        LOG.warnf("Book ticker frame unreadable detail=%s", detail);
    }

    /**
     * Logs at debug level: a refusal is usual for a pair the exchange does not show yet, and the session asks again.
     */
    @Override
    public void refused(String text) {
        LOG.debugf("Book ticker subscription refused text=%s", text);
    }
}
