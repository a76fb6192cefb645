package io.firstfill.trader.listing;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/**
 * The signals of one environment that wait for their moment. A listing that has been decided for a run returns only as
 * a further attempt, or for a later opening than the one that was tried. Confined to the event loop.
 */
public final class PendingSignals implements Listings {
    /** Longer than signals are replayed: an answer this old meets no signal any more. */
    private static final Duration KEPT = Duration.ofDays(8);

    /** Longer than a listing is announced ahead: a run that starts meanwhile is signalled then. */
    private static final Duration TERMS_KEPT = Duration.ofDays(30);

    private final Map<ListingKey, PendingSignal> pending = new LinkedHashMap<>();
    private final Map<ListingKey, Answered> decided = new HashMap<>();
    private final Map<ListingId, Known<TradingRules>> rules = new HashMap<>();
    private final Map<ListingId, Known<Instant>> moved = new HashMap<>();
    private final Map<ListingId, Instant> withdrawn = new HashMap<>();

    private final Map<ListingId, Known<Verdict>> verdicts = new HashMap<>();

    private final OperatorTerms terms = new OperatorTerms();

    private record Known<T>(T value, Instant at) {}

    /** Adds a signal; a signal seen before changes nothing but what is known of a listing decided already. */
    public void signaled(ListingSignal signal, Instant consumedAt) {
        PendingSignal wanted = PendingSignal.of(signal, consumedAt);
        Instant opening = moved(signal.listingId()).orElse(null);
        PendingSignal now = opening == null ? wanted : wanted.rescheduled(opening);
        Answered answered = decided.get(wanted.key());
        if (answered != null) {
            decided.put(wanted.key(), answered.ofSignal(now));
        } else {
            pending.putIfAbsent(wanted.key(), now);
        }
    }

    /** Moves the opening of every signal of the listing, and of those that come later. */
    public void rescheduled(ListingRescheduled event) {
        Instant opening = event.openingTime();
        moved.put(event.listingId(), new Known<>(opening, event.meta().occurredAt()));
        withdrawn.remove(event.listingId());
        of(event.listingId()).forEach(one -> pending.put(one.key(), one.rescheduled(opening)));
    }

    /** A person leaves a listing alone, or asks for other terms. */
    public void commanded(ChangeListingTerms command) {
        terms.commanded(command);
    }

    public void termsChanged(ListingTermsChanged event) {
        terms.changed(event);
    }

    public void withdrawn(ListingWithdrawn event) {
        withdrawn.put(event.listingId(), event.meta().occurredAt());
    }

    public void qualified(ListingQualified event) {
        verdicts.put(
                event.listingId(), new Known<>(event.verdict(), event.meta().occurredAt()));
        TradingRules known = event.rules();
        if (known != null) {
            rules.put(event.listingId(), new Known<>(known, event.meta().occurredAt()));
        }
    }

    /**
     * The listing has been sent, denied or dropped for the run: no later signal and no replay brings it back. What
     * becomes known of an attempt before the last one leaves a pending one as it is.
     *
     * @param attempt number of the attempt that was sent or denied
     * @param opening that was tried; null where the decision does not name one
     */
    public void decided(ListingKey key, int attempt, @Nullable Instant opening, Instant at) {
        PendingSignal next = pending.get(key);
        if (next != null && attempt < next.attempt() - 1) {
            return;
        }
        PendingSignal last = pending.remove(key);
        Answered before = decided.get(key);
        Answered now = new Answered(last, attempt, opening, at);
        decided.put(key, before == null ? now : before.then(now));
    }

    /** Drops a signal that was answered so long ago that the answer is not replayed any more. */
    public void drop(ListingKey key, Instant at) {
        PendingSignal last = pending.get(key);
        if (last != null) {
            decided(key, last.attempt(), last.openingTime(), at);
        }
    }

    /**
     * Makes a decided listing pending again, for an attempt after one that has ended for certain; changes the next
     * attempt of one that is pending.
     *
     * @param change makes the next attempt of the last one
     * @return empty when the last attempt was made by an earlier process and its signal is not known any more
     */
    public Optional<PendingSignal> again(ListingKey key, UnaryOperator<PendingSignal> change) {
        Answered answered = decided.get(key);
        PendingSignal last = answered == null ? pending.get(key) : answered.signal();
        return Optional.ofNullable(last).map(change).map(this::putBack);
    }

    /**
     * Makes a decided listing pending again where its opening is later than the one that was tried: it was not open
     * then. Only for a listing of which nothing has been bought and no order may exist.
     */
    public void reopen(ListingKey key) {
        Answered answered = decided.get(key);
        if (answered != null && !isWithdrawn(key.listingId())) {
            answered.later(moved(key.listingId())).ifPresent(this::putBack);
        }
    }

    private PendingSignal putBack(PendingSignal next) {
        decided.remove(next.key());
        pending.put(next.key(), next);
        return next;
    }

    /** Drops what is known of listings that no signal is pending for and that no replay shows again. */
    public void forget(Instant now) {
        Instant horizon = now.minus(KEPT);
        Set<ListingId> wanted = new HashSet<>();
        pending.keySet().forEach(key -> wanted.add(key.listingId()));
        decided.values().removeIf(answered -> answered.at().isBefore(horizon));
        rules.entrySet().removeIf(one -> isOver(one.getKey(), one.getValue().at(), wanted, horizon));
        verdicts.entrySet().removeIf(one -> isOver(one.getKey(), one.getValue().at(), wanted, horizon));
        moved.entrySet().removeIf(one -> isOver(one.getKey(), one.getValue().at(), wanted, horizon));
        withdrawn.entrySet().removeIf(one -> isOver(one.getKey(), one.getValue(), wanted, horizon));
        terms.forget(now.minus(TERMS_KEPT), wanted);
    }

    private static boolean isOver(ListingId id, Instant at, Set<ListingId> wanted, Instant horizon) {
        return at.isBefore(horizon) && !wanted.contains(id);
    }

    /** The runs' answers to the listing. */
    public List<ListingKey> decided(ListingId listing) {
        return decided.keySet().stream()
                .filter(key -> key.listingId().equals(listing))
                .toList();
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
    public int firstAttempt(ListingKey key) {
        Answered answered = decided.get(key);
        PendingSignal last = answered == null ? pending.get(key) : answered.signal();
        return last == null ? 1 : last.firstAttempt();
    }

    @Override
    public int lastAttempt(ListingKey key) {
        Answered answered = decided.get(key);
        PendingSignal next = pending.get(key);
        return answered == null ? next == null ? 0 : next.attempt() - 1 : answered.attempt();
    }

    @Override
    public boolean mayReturn(ListingKey key) {
        Answered answered = decided.get(key);
        return answered != null && answered.signal() != null;
    }

    @Override
    public boolean isWithdrawn(ListingId id) {
        return withdrawn.containsKey(id);
    }

    @Override
    public Optional<Instant> moved(ListingId id) {
        return Optional.ofNullable(moved.get(id)).map(Known::value);
    }

    @Override
    public Optional<Verdict> verdict(ListingId id) {
        return Optional.ofNullable(verdicts.get(id)).map(Known::value);
    }

    @Override
    public Optional<TradingRules> rules(ListingId id) {
        return Optional.ofNullable(rules.get(id)).map(Known::value);
    }

    @Override
    public Optional<ListingTerms> terms(ListingId id, @Nullable Instant opening) {
        return terms.of(id, opening);
    }

    @Override
    public boolean isLeftAlone(PendingSignal pending) {
        return terms.leavesAlone(pending.signal().listingId(), pending.openingTime());
    }
}
