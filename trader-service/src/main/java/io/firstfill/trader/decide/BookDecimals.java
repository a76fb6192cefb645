package io.firstfill.trader.decide;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Venue.Decimals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The decimals with which a pair is ordered: those of its rules and, while the rules are not known, the digits that its
 * book has shown. A book shows at most the decimals of the pair, so an order with as many is taken. Confined to the
 * event loop.
 */
final class BookDecimals {
    /** Longer than any attempt at an opening lasts. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Shown(Decimals decimals, Instant at) {}

    private final Map<ListingKey, Shown> shown = new HashMap<>();

    /** Takes the digits of one reading: the next may show more of the pair's decimals, and none takes any back. */
    void shown(ListingKey key, Decimals digits, Instant at) {
        shown.values().removeIf(old -> old.at().plus(KEPT).isBefore(at));
        shown.merge(
                key,
                new Shown(digits, at),
                (old, now) -> new Shown(old.decimals().or(now.decimals()), at));
    }

    /** Returns the decimals of the next attempt; empty while neither the rules nor the book tell. */
    Optional<Decimals> of(PendingSignal pending, Optional<TradingRules> rules) {
        return rules.map(known -> new Decimals(known.priceDecimals(), known.quantityDecimals()))
                .or(() -> Optional.ofNullable(shown.get(pending.key())).map(Shown::decimals))
                .map(decimals -> decimals.less(pending.coarser()));
    }
}
