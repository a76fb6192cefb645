package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.StreamChannel;
import io.firstfill.mexc.stream.StreamSession;
import io.firstfill.scanner.quote.QuoteFeed;
import java.util.Set;
import java.util.stream.Collectors;

/** Says the same only once: what to listen to is decided often and changes seldom. Confined to one thread. */
final class BookTickerFeed implements QuoteFeed {
    private final StreamSession session;
    private Set<Pair> watched = Set.of();

    BookTickerFeed(StreamSession session) {
        this.session = session;
    }

    @Override
    public void watch(Set<Pair> pairs) {
        if (!pairs.equals(watched)) {
            watched = pairs;
            session.listenTo(pairs.stream()
                    .map(pair -> StreamChannel.bookTicker(new MexcSymbol(pair.symbol())))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
