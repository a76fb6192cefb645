package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.StreamChannel;
import io.firstfill.mexc.stream.StreamSession;
import io.firstfill.scanner.quote.QuoteFeed;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Subscribes the session to the chosen pairs. Passes a choice on only when it differs from the one before: pairs are
 * chosen often and change seldom. Confined to one thread.
 */
final class BookTickerFeed implements QuoteFeed {
    private final StreamSession session;
    private Set<Pair> subscribed = Set.of();

    BookTickerFeed(StreamSession session) {
        this.session = session;
    }

    @Override
    public void subscribe(Set<Pair> pairs) {
        if (!pairs.equals(subscribed)) {
            subscribed = pairs;
            session.listenTo(pairs.stream()
                    .map(pair -> StreamChannel.bookTicker(new MexcSymbol(pair.symbol())))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
