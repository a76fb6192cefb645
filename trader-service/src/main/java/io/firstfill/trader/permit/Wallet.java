package io.firstfill.trader.permit;

import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The permits in hand, unspent. A permit leaves the wallet once: spent, or given back; grants and spendings come on
 * different topics and may be read in either order. Confined to one thread.
 */
public final class Wallet {
    private final Map<PermitId, Permit> held = new HashMap<>();
    private final Map<PermitId, Instant> gone = new HashMap<>();
    private final Set<PermitId> revoked = new HashSet<>();
    private final Set<PermitId> paid = new HashSet<>();

    public void granted(PermitGranted grant) {
        if (!gone.containsKey(grant.permitId())) {
            Permit permit = new Permit(grant.permitId(), grant.runId(), grant.limit(), grant.expiresAt(), grant.meta());
            held.put(permit.id(), permit);
        }
    }

    /** Marks it unusable; it still has to be given back. */
    public void revoked(PermitId id) {
        if (held.containsKey(id)) {
            revoked.add(id);
        }
    }

    /** Spent by an order or given back, as told by our own events. */
    public void gone(PermitId id, Instant at) {
        held.remove(id);
        revoked.remove(id);
        gone.put(id, at);
    }

    /** A request it pays for may have left. */
    public void paid(PermitId id) {
        paid.add(id);
    }

    public boolean hasPaid(PermitId id) {
        return paid.contains(id);
    }

    public boolean holds(PermitId id) {
        return held.containsKey(id);
    }

    /** The usable permit that lasts longest, if it covers the amount and the time. It is spent from now on. */
    public Optional<Permit> take(RunId run, Amount amount, Instant lastUse, Instant now) {
        Optional<Permit> best = usable(run)
                .filter(permit -> !amount.exceeds(permit.limit()))
                .filter(permit -> !permit.expiresAt().isBefore(lastUse))
                .max(Comparator.comparing(Permit::expiresAt)
                        .thenComparing(permit -> permit.id().value()));
        best.ifPresent(permit -> gone(permit.id(), now));
        return best;
    }

    public boolean holdsAny(RunId run) {
        return usable(run).findAny().isPresent();
    }

    public boolean covers(RunId run, Amount amount, Instant lastUse) {
        return usable(run)
                .anyMatch(permit ->
                        !amount.exceeds(permit.limit()) && !permit.expiresAt().isBefore(lastUse));
    }

    public Optional<Amount> largest(RunId run) {
        return usable(run).map(Permit::limit).max(Comparator.naturalOrder());
    }

    /** Removes and returns those that came too near their expiry to be useful. */
    public List<Permit> lapsed(Instant now, Duration margin) {
        gone.values().removeIf(at -> at.isBefore(now.minus(Duration.ofDays(2))));
        paid.retainAll(gone.keySet());
        return remove(permit -> permit.expiresAt().isBefore(now.plus(margin)), now);
    }

    public List<Permit> takeRevoked(Instant now) {
        return remove(permit -> revoked.contains(permit.id()), now);
    }

    public List<Permit> takeAll(Predicate<RunId> runs, Instant now) {
        return remove(permit -> runs.test(permit.runId()), now);
    }

    private List<Permit> remove(Predicate<Permit> which, Instant now) {
        List<Permit> removed =
                new ArrayList<>(held.values().stream().filter(which).toList());
        removed.forEach(permit -> gone(permit.id(), now));
        return removed;
    }

    private java.util.stream.Stream<Permit> usable(RunId run) {
        return held.values().stream()
                .filter(permit -> permit.runId().equals(run))
                .filter(permit -> !revoked.contains(permit.id()));
    }
}
