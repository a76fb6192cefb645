package io.firstfill.trader.decide;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Venue.Decimals;
import io.firstfill.trader.order.Venue.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The decimals with which a pair is ordered: those of its rules and, while the rules are not known, the digits that its
 * book has shown. A book shows at most the decimals of the pair, so an order with as many is taken; where it is refused
 * all the same, the next one has fewer, its price never fewer than the best offer. Confined to the event loop.
 */
final class BookDecimals {
    /** Longer than any attempt at an opening lasts. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** @param offer the most decimals that a best offer had */
    private record Shown(Decimals decimals, int offer, Instant at) {
        Shown and(Shown later) {
            return new Shown(decimals.or(later.decimals), Math.max(offer, later.offer), later.at);
        }
    }

    private final Map<ListingKey, Shown> shown = new HashMap<>();

    /** Takes the digits of one reading: the next may show more of the pair's decimals, and none takes any back. */
    void shown(ListingKey key, Offer best, Instant at) {
        shown.values().removeIf(old -> old.at().plus(KEPT).isBefore(at));
        int offer = Math.max(0, best.price().value().stripTrailingZeros().scale());
        shown.merge(key, new Shown(best.digits(), offer, at), Shown::and);
    }

    /**
     * Returns the decimals of the next attempt; empty while neither the rules nor the book tell. Refusals that came
     * before the rules say nothing about the rules.
     */
    Optional<Decimals> of(PendingSignal pending, Optional<TradingRules> rules) {
        return rules.map(known -> new Decimals(known.priceDecimals(), known.quantityDecimals()))
                .or(() -> Optional.ofNullable(shown.get(pending.key()))
                        .map(known -> known.decimals().less(pending.coarser(), known.offer())));
    }
}
