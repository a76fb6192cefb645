package io.firstfill.trader.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitRevoked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides which unspent permits are returned: risk-service releases a reservation only on a PermitReturned (decision
 * 2).
 */
public final class PermitReturns {
    private final EnvironmentId environment;
    private final Permits permits;
    private final PermitSettings settings;

    public PermitReturns(EnvironmentId environment, Permits permits, PermitSettings settings) {
        this.environment = environment;
        this.permits = permits;
        this.settings = settings;
    }

    /** The permits of runs that are over, revoked permits, and permits too near their expiry. */
    public List<PermitReturned> due(Predicate<RunId> isOver, Instant now) {
        Map<PermitId, PermitReturned> due = new LinkedHashMap<>();
        permits.of(isOver).forEach(permit -> add(due, permit, ReturnReason.RUN_STOPPED, now));
        permits.revoked().forEach(permit -> add(due, permit, ReturnReason.REVOKED, now));
        permits.lapsed(now, settings.margin()).forEach(permit -> add(due, permit, ReturnReason.EXPIRED, now));
        return List.copyOf(due.values());
    }

    /** All permits of a run that is being stopped. */
    public List<PermitReturned> ofStopped(RunId run, Instant now) {
        return permits.of(run::equals).stream()
                .map(permit -> returned(permit.id(), run, permit.cause(), ReturnReason.RUN_STOPPED, now))
                .toList();
    }

    /**
     * The answer to a revocation of a permit that was granted before anything we remember: it is not held and pays for
     * nothing, and without an answer risk-service would keep it reserved for ever. A permit whose request has left is
     * never returned here, whatever became of its order.
     *
     * @param hasOrder whether an order that has not ended has the permit
     */
    public Optional<PermitReturned> ofUnknown(PermitRevoked revoked, boolean hasOrder, Instant now) {
        PermitId id = revoked.permitId();
        boolean known = permits.holds(id) || permits.hasPaid(id) || hasOrder;
        return known
                ? Optional.empty()
                : Optional.of(returned(id, revoked.runId(), revoked.meta(), ReturnReason.REVOKED, now));
    }

    private void add(Map<PermitId, PermitReturned> due, Permit permit, ReturnReason reason, Instant now) {
        due.putIfAbsent(permit.id(), returned(permit.id(), permit.runId(), permit.cause(), reason, now));
    }

    private PermitReturned returned(PermitId permit, RunId run, Meta cause, ReturnReason reason, Instant now) {
        MessageId id = MessageId.derivedFrom("PermitReturned", permit);
        return new PermitReturned(cause.next(id, now), environment, run, permit, reason);
    }
}
