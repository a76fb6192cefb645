package io.firstfill.trader.permit;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The unspent permits of one environment. A permit leaves the pool once, spent or returned; grants and spendings come
 * on different topics and may be read in either order. Confined to the event loop.
 */
public final class PermitPool implements Permits {
    /** As long as orders are replayed: what became of an older permit cannot be read again. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Map<PermitId, Permit> held = new HashMap<>();
    private final Map<PermitId, Instant> gone = new HashMap<>();
    private final Map<PermitId, Instant> revoked = new HashMap<>();
    private final Set<PermitId> paid = new HashSet<>();

    public void granted(PermitGranted grant) {
        if (!gone.containsKey(grant.permitId())) {
            Permit permit = new Permit(grant.permitId(), grant.runId(), grant.limit(), grant.expiresAt(), grant.meta());
            held.put(permit.id(), permit);
        }
    }

    /** Makes the permit unusable; an unspent one still has to be returned. */
    public void revoked(PermitId id, Instant at) {
        revoked.put(id, at);
    }

    /** The permit has been spent by an order, or returned. */
    public void gone(PermitId id, Instant at) {
        held.remove(id);
        gone.put(id, at);
    }

    /** A request that the permit pays for may have left. */
    public void paid(PermitId id) {
        paid.add(id);
    }

    /** Drops what is known of permits that are long gone. */
    public void forget(Instant now) {
        Instant horizon = now.minus(KEPT);
        gone.values().removeIf(at -> at.isBefore(horizon));
        revoked.entrySet().removeIf(entry -> entry.getValue().isBefore(horizon) && !held.containsKey(entry.getKey()));
        paid.retainAll(gone.keySet());
    }

    @Override
    public Optional<Permit> best(RunId run, Amount amount, Instant lastUse) {
        return usable(run)
                .filter(permit -> !amount.exceeds(permit.limit()))
                .filter(permit -> !permit.expiresAt().isBefore(lastUse))
                .max(Comparator.comparing(Permit::limit, Comparator.reverseOrder())
                        .thenComparing(Permit::expiresAt)
                        .thenComparing(permit -> permit.id().value()));
    }

    @Override
    public Optional<Amount> largest(RunId run) {
        return usable(run).map(Permit::limit).max(Comparator.naturalOrder());
    }

    @Override
    public boolean holds(PermitId id) {
        return held.containsKey(id);
    }

    @Override
    public boolean hasPaid(PermitId id) {
        return paid.contains(id);
    }

    @Override
    public boolean isRevoked(PermitId id) {
        return revoked.containsKey(id);
    }

    @Override
    public List<Permit> of(Predicate<RunId> runs) {
        return unspent(permit -> runs.test(permit.runId()));
    }

    @Override
    public List<Permit> revoked() {
        return unspent(permit -> revoked.containsKey(permit.id()));
    }

    @Override
    public List<Permit> lapsed(Instant now, Duration margin) {
        return unspent(permit -> permit.expiresAt().isBefore(now.plus(margin)));
    }

    private List<Permit> unspent(Predicate<Permit> which) {
        return held.values().stream().filter(which).toList();
    }

    private Stream<Permit> usable(RunId run) {
        return held.values().stream()
                .filter(permit -> permit.runId().equals(run))
                .filter(permit -> !revoked.containsKey(permit.id()));
    }
}
