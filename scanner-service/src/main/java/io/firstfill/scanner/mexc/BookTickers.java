package io.firstfill.scanner.mexc;

import static java.util.Objects.requireNonNullElse;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.Push;
import io.firstfill.mexc.stream.StreamListener;
import io.firstfill.scanner.quote.QuoteFeed;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Passes the offers in pushed book tickers on. A book without an offer to sell is left out. */
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
