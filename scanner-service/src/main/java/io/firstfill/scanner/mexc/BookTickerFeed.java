package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.StreamChannel;
import io.firstfill.mexc.stream.StreamSession;
import io.firstfill.mexc.stream.StreamSettings;
import io.firstfill.scanner.quote.QuoteFeed;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Subscribes the session to the books of the chosen pairs, and to their trades where there is room. Passes a choice on
 * only when it differs from the one before: pairs are chosen often and change seldom. Confined to one thread.
 */
final class BookTickerFeed implements QuoteFeed {
    /** With more pairs than this a socket has no room for the trades of each. */
    private static final int MOST_WITH_TRADES =
            StreamSettings.Limits.documented().subscriptions() / 2;

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
                    .flatMap(pair -> channels(pair, pairs.size()))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static Stream<StreamChannel> channels(Pair pair, int pairs) {
        MexcSymbol symbol = new MexcSymbol(pair.symbol());
        StreamChannel book = StreamChannel.bookTicker(symbol);
        return pairs > MOST_WITH_TRADES ? Stream.of(book) : Stream.of(book, StreamChannel.trades(symbol));
    }
}
