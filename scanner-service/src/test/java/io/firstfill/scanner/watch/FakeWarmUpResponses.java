package io.firstfill.scanner.watch;

import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.listing.FeedObservation;
import io.firstfill.scanner.listing.MarketRow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Warm-up responses that are built as observations, without the exchange's bytes. */
final class FakeWarmUpResponses implements WarmUpResponses {
    @Override
    public PollResult defaultSymbols(Collection<String> symbols, Instant at) {
        return good(new FeedObservation.SymbolsShown(ListingSource.DEFAULT_SYMBOLS, Set.copyOf(symbols)), at);
    }

    @Override
    public PollResult prices(Collection<String> symbols, Instant at) {
        return good(new FeedObservation.SymbolsShown(ListingSource.TICKER_PRICE, Set.copyOf(symbols)), at);
    }

    @Override
    public PollResult market(Collection<String> bases, Instant at) {
        return good(
                new FeedObservation.MarketSeen(bases.stream()
                        .map(base -> Observations.row(base + "/USDT", Phase.ONLINE, null))
                        .toList()),
                at);
    }

    private static PollResult good(FeedObservation observation, Instant at) {
        return new PollResult.Good(observation, at, Duration.ZERO);
    }
}
