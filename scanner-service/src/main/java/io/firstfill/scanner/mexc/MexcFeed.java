package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.Look;
import io.firstfill.scanner.listing.Sighting;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One public endpoint as a feed. */
record MexcFeed<T>(FeedName name, Supplier<Uni<MexcResult<T>>> question, Function<T, Optional<Sighting>> reader)
        implements Feed {

    static List<Feed> all(MexcClient market) {
        return List.of(
                new MexcFeed<>(FeedName.CALENDAR, market::calendar, Sightings::calendar),
                new MexcFeed<>(FeedName.EXCHANGE_INFO, market::exchangeInfo, Sightings::market),
                new MexcFeed<>(FeedName.TICKER_PRICE, market::prices, Sightings::prices),
                new MexcFeed<>(FeedName.DEFAULT_SYMBOLS, market::defaultSymbols, Sightings::apiSymbols));
    }

    @Override
    public Uni<Look> look() {
        return question.get()
                .map(result -> Looks.of(result, reader))
                .onFailure()
                .recoverWithItem(failure -> new Look.Failed(failure.toString()));
    }
}
