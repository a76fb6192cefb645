package io.firstfill.trader.listing;

import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Signals that wait for their moment. A listing decided once for a run never comes back. Confined to one thread. */
public final class ListingDesk {
    private final Map<ListingKey, Waiting> waiting = new LinkedHashMap<>();
    /** With the last try, where there was one in this life of the desk. */
    private final Map<ListingKey, Optional<Waiting>> decided = new HashMap<>();

    private final Map<ListingId, TradingRules> rules = new HashMap<>();
    private final Map<ListingId, Instant> moved = new HashMap<>();
    private final Set<ListingId> withdrawn = new HashSet<>();

    /** Empty for a signal seen before. */
    public Optional<Waiting> signaled(ListingSignal signal, Instant consumedAt) {
        Waiting wanted = Waiting.of(signal, consumedAt);
        if (decided.containsKey(wanted.key()) || waiting.containsKey(wanted.key())) {
            return Optional.empty();
        }
        Instant opening = moved.get(signal.listingId());
        Waiting current = opening == null ? wanted : wanted.rescheduled(opening);
        waiting.put(current.key(), current);
        return Optional.of(current);
    }

    /** Those whose opening moved. */
    public List<Waiting> rescheduled(ListingRescheduled event) {
        moved.put(event.listingId(), event.openingTime());
        withdrawn.remove(event.listingId());
        List<Waiting> affected = of(event.listingId()).stream()
                .map(one -> one.rescheduled(event.openingTime()))
                .toList();
        affected.forEach(one -> waiting.put(one.key(), one));
        return affected;
    }

    public List<Waiting> withdrawn(ListingWithdrawn event) {
        withdrawn.add(event.listingId());
        return of(event.listingId());
    }

    public void qualified(ListingQualified event) {
        TradingRules known = event.rules();
        if (known != null) {
            rules.put(event.listingId(), known);
        }
    }

    public boolean isWithdrawn(ListingId id) {
        return withdrawn.contains(id);
    }

    public Optional<TradingRules> rules(ListingId id) {
        return Optional.ofNullable(rules.get(id));
    }

    public Optional<Waiting> find(ListingKey key) {
        return Optional.ofNullable(waiting.get(key));
    }

    public List<Waiting> all() {
        return new ArrayList<>(waiting.values());
    }

    public List<Waiting> of(RunId run) {
        return waiting.values().stream()
                .filter(one -> one.signal().runId().equals(run))
                .toList();
    }

    private List<Waiting> of(ListingId listing) {
        return waiting.values().stream()
                .filter(one -> one.signal().listingId().equals(listing))
                .toList();
    }

    /** Sent, denied or over: no later signal or replay brings it back. */
    public void decided(ListingKey key) {
        Waiting last = waiting.remove(key);
        decided.merge(key, Optional.ofNullable(last), (before, now) -> now.isPresent() ? now : before);
    }

    /**
     * Another attempt, only after the one before has ended for certain. Empty when the last one is of an earlier life and
     * its signal is gone.
     *
     * @param attempt its number: names it, so that no two orders ever share a client order id
     */
    public Optional<Waiting> again(ListingKey key, int attempt, Instant notBefore) {
        return again(key, last -> last.withAttempt(attempt, notBefore));
    }

    /** The next attempt with a capped order. */
    public Optional<Waiting> againWithoutMarket(ListingKey key, int attempt, Instant notBefore) {
        return again(key, last -> last.withAttempt(attempt, notBefore).withoutMarket());
    }

    /** The next attempt at no more than the price. */
    public Optional<Waiting> againUpTo(ListingKey key, int attempt, Instant notBefore, Price highest) {
        return again(key, last -> last.withAttempt(attempt, notBefore).upTo(highest));
    }

    private Optional<Waiting> again(ListingKey key, UnaryOperator<Waiting> change) {
        Optional<Waiting> next = decided.getOrDefault(key, Optional.empty()).map(change);
        next.ifPresent(waits -> {
            decided.remove(key);
            waiting.put(key, waits);
        });
        return next;
    }

    public boolean isDecided(ListingKey key) {
        return decided.containsKey(key);
    }
}
