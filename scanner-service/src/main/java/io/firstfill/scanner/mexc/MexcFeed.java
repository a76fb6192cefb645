package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.listing.FeedObservation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One public endpoint as a feed. */
record MexcFeed<T>(
        FeedName name,
        Supplier<Uni<MexcResult<T>>> question,
        Function<T, Optional<FeedObservation>> reader,
        Supplier<Instant> stopped)
        implements Feed {

    static List<Feed> all(MexcWire wire, WebFlags ready) {
        MexcClient market = wire.market();
        Supplier<Instant> api = () -> wire.stoppedUntil(Lane.QUERY);
        Supplier<Instant> web = () -> wire.stoppedUntil(Lane.WEB);
        return List.of(
                new MexcFeed<>(FeedName.CALENDAR, market::calendar, FeedObservations::calendar, web),
                new MexcFeed<>(FeedName.EXCHANGE_INFO, market::exchangeInfo, FeedObservations::market, api),
                new MexcFeed<>(FeedName.TICKER_PRICE, market::prices, FeedObservations::prices, api),
                new MexcFeed<>(FeedName.DEFAULT_SYMBOLS, market::defaultSymbols, FeedObservations::apiSymbols, api),
                new MexcFeed<>(FeedName.SYMBOLS_V2, market::symbolsV2, ready::hints, web));
    }

    @Override
    public Uni<PollResult> look() {
        return question.get()
                .map(result -> PollResults.of(result, reader, stopped))
                .onFailure()
                .recoverWithItem(failure -> new PollResult.Failed(failure.toString()));
    }
}
