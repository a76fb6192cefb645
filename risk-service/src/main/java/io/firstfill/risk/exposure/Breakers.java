package io.firstfill.risk.exposure;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The listings in a row that failed, and the circuit breakers that have tripped. A tripped breaker stays tripped over
 * restarts, days and runs, and whatever happens to its limit, until a person resets it.
 *
 * @param failures number of listings in a row that ended with nothing bought
 * @param listings the latest of those listings: what is read once more counts once
 * @param unfinished listings of which an attempt failed that another one is to follow; none in a book stored before
 *     they were kept
 */
public record Breakers(int failures, List<ListingId> listings, List<Tripped> tripped, List<Unfinished> unfinished) {
    public static final Breakers NONE = new Breakers(0, List.of(), List.of(), List.of());

    private static final int LISTINGS_LIMIT = 32;

    /**
     * Time in which the attempt that was to follow begins or is denied, the longest wait for a price included: a trader
     * that was killed in between makes none. A probe window and the age of a signal are 60 s at most, and so is the
     * time in which a pushed end is confirmed.
     */
    static final Duration FOLLOWED_WITHIN = Duration.ofMinutes(5);

    /**
     * A listing of which an attempt failed that another one is to follow.
     *
     * @param since the elapsed time of the book at that failure
     */
    public record Unfinished(ListingId listing, Duration since) {
        public Unfinished {
            Objects.requireNonNull(listing, "listing");
            Objects.requireNonNull(since, "since");
        }
    }

    public Breakers {
        listings = List.copyOf(listings);
        tripped = List.copyOf(tripped);
        unfinished = unfinished == null ? List.of() : List.copyOf(unfinished);
    }

    /** Returns breakers of which nothing is counted. */
    static Breakers tripped(List<Tripped> tripped) {
        return new Breakers(0, List.of(), tripped, List.of());
    }

    /** The listing ended with nothing bought. */
    public Breakers failed(ListingId listing) {
        if (listings.contains(listing)) {
            return without(listing);
        }
        Stream<ListingId> latest = listings.stream().skip(Math.max(0, listings.size() + 1 - LISTINGS_LIMIT));
        return new Breakers(
                failures + 1, Stream.concat(latest, Stream.of(listing)).toList(), tripped, without(listing).unfinished);
    }

    /** An attempt for the listing failed, and another one is to follow. */
    public Breakers followed(ListingId listing, Duration now) {
        if (listings.contains(listing)) {
            return this;
        }
        Stream<Unfinished> others = without(listing).unfinished.stream();
        return with(
                Stream.concat(others, Stream.of(new Unfinished(listing, now))).toList());
    }

    /** The attempt that was to follow has begun, or the listing ended in a way that is no failure. */
    public Breakers without(ListingId listing) {
        return isUnfinished(listing)
                ? with(unfinished.stream()
                        .filter(each -> !each.listing().equals(listing))
                        .toList())
                : this;
    }

    public boolean isUnfinished(ListingId listing) {
        return unfinished.stream().anyMatch(each -> each.listing().equals(listing));
    }

    /** Counts the listings for which the attempt that was to follow has not begun in time. */
    public Breakers at(Duration now) {
        Breakers counted = this;
        for (Unfinished each : unfinished) {
            if (now.minus(each.since()).compareTo(FOLLOWED_WITHIN) > 0) {
                counted = counted.failed(each.listing());
            }
        }
        return counted;
    }

    /** The listing was bought. */
    public Breakers bought(ListingId listing) {
        Breakers rest = without(listing);
        return failures == 0 ? rest : new Breakers(0, List.of(), tripped, rest.unfinished);
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
                                .toList(),
                        unfinished);
    }

    Breakers reset(Cap cap) {
        List<Tripped> others =
                tripped.stream().filter(each -> each.cap() != cap).toList();
        return cap == Cap.CONSECUTIVE_FAILURES
                ? new Breakers(0, List.of(), others, unfinished)
                : new Breakers(failures, listings, others, unfinished);
    }

    private Breakers with(List<Unfinished> listed) {
        return new Breakers(failures, listings, tripped, listed);
    }
}
