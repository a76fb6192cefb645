package io.firstfill.trader.listing;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
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

/**
 * The signals of one environment that wait for their moment. A listing that has been decided for a run returns only as
 * a further attempt. Confined to the event loop.
 */
public final class PendingSignals implements Listings {
    private final Map<ListingKey, PendingSignal> pending = new LinkedHashMap<>();
    /** With the signal as it was last tried; empty where this process has not seen the signal. */
    private final Map<ListingKey, Optional<PendingSignal>> decided = new HashMap<>();

    private final Map<ListingId, TradingRules> rules = new HashMap<>();
    private final Map<ListingId, Verdict> verdicts = new HashMap<>();
    private final Map<ListingId, Instant> moved = new HashMap<>();
    private final Set<ListingId> withdrawn = new HashSet<>();

    /** Adds a signal; a signal seen before changes nothing. */
    public void signaled(ListingSignal signal, Instant consumedAt) {
        PendingSignal wanted = PendingSignal.of(signal, consumedAt);
        if (decided.containsKey(wanted.key()) || pending.containsKey(wanted.key())) {
            return;
        }
        Instant opening = moved.get(signal.listingId());
        pending.put(wanted.key(), opening == null ? wanted : wanted.rescheduled(opening));
    }

    /** Moves the opening of every signal of the listing, and of those that come later. */
    public void rescheduled(ListingRescheduled event) {
        moved.put(event.listingId(), event.openingTime());
        withdrawn.remove(event.listingId());
        of(event.listingId()).forEach(one -> pending.put(one.key(), one.rescheduled(event.openingTime())));
    }

    public void withdrawn(ListingWithdrawn event) {
        withdrawn.add(event.listingId());
    }

    public void qualified(ListingQualified event) {
        verdicts.put(event.listingId(), event.verdict());
        TradingRules known = event.rules();
        if (known != null) {
            rules.put(event.listingId(), known);
        }
    }

    /** The listing has been sent, denied or dropped for the run: no later signal and no replay brings it back. */
    public void decided(ListingKey key) {
        PendingSignal last = pending.remove(key);
        decided.merge(key, Optional.ofNullable(last), (before, now) -> now.isPresent() ? now : before);
    }

    /**
     * Makes a decided listing pending again, for an attempt after one that has ended for certain.
     *
     * @param change makes the next attempt of the last one
     * @return empty when the last attempt was made by an earlier process and its signal is not known any more
     */
    public Optional<PendingSignal> again(ListingKey key, UnaryOperator<PendingSignal> change) {
        Optional<PendingSignal> next =
                decided.getOrDefault(key, Optional.empty()).map(change);
        next.ifPresent(one -> {
            decided.remove(key);
            pending.put(key, one);
        });
        return next;
    }

    @Override
    public Optional<PendingSignal> find(ListingKey key) {
        return Optional.ofNullable(pending.get(key));
    }

    @Override
    public List<PendingSignal> all() {
        return new ArrayList<>(pending.values());
    }

    @Override
    public List<PendingSignal> of(RunId run) {
        return pending.values().stream()
                .filter(one -> one.signal().runId().equals(run))
                .toList();
    }

    @Override
    public List<PendingSignal> of(ListingId listing) {
        return pending.values().stream()
                .filter(one -> one.signal().listingId().equals(listing))
                .toList();
    }

    @Override
    public boolean isDecided(ListingKey key) {
        return decided.containsKey(key);
    }

    @Override
    public boolean isWithdrawn(ListingId id) {
        return withdrawn.contains(id);
    }

    @Override
    public Optional<Verdict> verdict(ListingId id) {
        return Optional.ofNullable(verdicts.get(id));
    }

    @Override
    public Optional<TradingRules> rules(ListingId id) {
        return Optional.ofNullable(rules.get(id));
    }
}
