package io.firstfill.risk.exposure;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buys in a row that failed, and the circuit breakers that have tripped. A tripped breaker stays tripped over
 * restarts, days and runs, and whatever happens to its limit, until a person resets it.
 *
 * @param failures number of listings in a row whose buy failed
 * @param listings the latest of those listings: further attempts for one of them count once
 */
public record Breakers(int failures, List<ListingId> listings, List<Tripped> tripped) {
    public static final Breakers NONE = new Breakers(0, List.of(), List.of());

    private static final int LISTINGS_LIMIT = 32;

    public Breakers {
        listings = List.copyOf(listings);
        tripped = List.copyOf(tripped);
    }

    /** A buy for the listing failed. */
    public Breakers failed(ListingId listing) {
        if (listings.contains(listing)) {
            return this;
        }
        Stream<ListingId> latest = listings.stream().skip(Math.max(0, listings.size() + 1 - LISTINGS_LIMIT));
        return new Breakers(
                failures + 1, Stream.concat(latest, Stream.of(listing)).toList(), tripped);
    }

    /** Something was bought. */
    public Breakers bought() {
        return failures == 0 ? this : new Breakers(0, List.of(), tripped);
    }

    public Optional<Tripped> find(Cap cap) {
        return tripped.stream().filter(each -> each.cap() == cap).findFirst();
    }

    Breakers tripping(Level reached, RunId run) {
        return find(reached.cap()).isPresent()
                ? this
                : new Breakers(
                        failures,
                        listings,
                        Stream.concat(tripped.stream(), Stream.of(Tripped.at(reached, run)))
                                .toList());
    }

    Breakers reset(Cap cap) {
        List<Tripped> others =
                tripped.stream().filter(each -> each.cap() != cap).toList();
        return cap == Cap.CONSECUTIVE_FAILURES
                ? new Breakers(0, List.of(), others)
                : new Breakers(failures, listings, others);
    }
}
