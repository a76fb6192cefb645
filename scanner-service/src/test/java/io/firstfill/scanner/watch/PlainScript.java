package io.firstfill.scanner.watch;

import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.Look;
import io.firstfill.scanner.listing.MarketRow.Phase;
import io.firstfill.scanner.listing.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Answers without an exchange. */
final class PlainScript implements Script {
    @Override
    public Look defaultSymbols(Collection<String> symbols, Instant at) {
        return good(new Sighting.SymbolsShown(ListingSource.DEFAULT_SYMBOLS, Set.copyOf(symbols)), at);
    }

    @Override
    public Look prices(Collection<String> symbols, Instant at) {
        return good(new Sighting.SymbolsShown(ListingSource.TICKER_PRICE, Set.copyOf(symbols)), at);
    }

    @Override
    public Look market(Collection<String> bases, Instant at) {
        return good(
                new Sighting.MarketSeen(bases.stream()
                        .map(base -> Scene.row(base + "/USDT", Phase.ONLINE, null))
                        .toList()),
                at);
    }

    private static Look good(Sighting sighting, Instant at) {
        return new Look.Good(sighting, at, Duration.ZERO);
    }
}
