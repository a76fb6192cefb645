package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.ListingKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference price of each listing, from which a premium is counted: the first trade since the opening and, before
 * there is one, the best offer at the opening. Before the opening the latest offer holds. After it a reference is
 * lowered and never raised, so that a rising price does not raise what we pay.
 */
final class ReferencePrices {
    /** Longer than any attempt at an opening lasts. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /**
     * @param opening the opening that the price belongs to; null for a surprise
     * @param opened whether the price was read after the opening
     * @param at when the price was asked for, by our clock
     */
    private record Reference(Price price, @Nullable Instant opening, boolean opened, Instant at) {}

    private final Map<ListingKey, Reference> references = new HashMap<>();

    /** Returns the highest price that the premium allows at an opening, of whatever age the reference is. */
    Optional<Price> bound(ListingKey key, @Nullable Instant opening, Ratio premium) {
        return find(key, opening).map(reference -> with(premium, reference.price()));
    }

    /** Returns the highest price that the premium allows, unless its reference is an older offer before the opening. */
    Optional<Price> bound(ListingKey key, @Nullable Instant opening, Ratio premium, Instant oldest) {
        return find(key, opening)
                .filter(reference -> reference.opened() || !reference.at().isBefore(oldest))
                .map(reference -> with(premium, reference.price()));
    }

    /** Takes the best offer of the book; after the opening it counts while nothing else is known. */
    void offered(ListingKey key, @Nullable Instant opening, Price offer, boolean opened, Instant at) {
        Optional<Reference> known = find(key, opening);
        if (known.filter(Reference::opened).isEmpty()) {
            Price price = opened
                    ? known.map(reference -> lower(reference.price(), offer)).orElse(offer)
                    : offer;
            put(key, new Reference(price, opening, opened, at));
        }
    }

    /** Takes the first trade since the opening. */
    void traded(ListingKey key, @Nullable Instant opening, Price first, Instant at) {
        Price price = find(key, opening)
                .map(reference -> lower(reference.price(), first))
                .orElse(first);
        put(key, new Reference(price, opening, true, at));
    }

    private Optional<Reference> find(ListingKey key, @Nullable Instant opening) {
        return Optional.ofNullable(references.get(key))
                .filter(reference -> Objects.equals(reference.opening(), opening));
    }

    private void put(ListingKey key, Reference reference) {
        references.values().removeIf(old -> old.at().plus(KEPT).isBefore(reference.at()));
        references.put(key, reference);
    }

    static Price lower(Price one, Price other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Price with(Ratio premium, Price reference) {
        return Price.rounded(reference.value().multiply(BigDecimal.ONE.add(premium.value())));
    }
}
