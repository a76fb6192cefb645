package io.firstfill.trader.permit;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers questions about the permits of one environment. Only the engine's state changes them. */
public interface Permits {
    /**
     * The usable permit of the run with the smallest limit, and of those the one that lasts longest, among those that
     * cover the amount and last until then. A larger one is for the listing on which a person wants more spent.
     */
    Optional<Permit> best(RunId run, Amount amount, Instant lastUse);

    /** The highest limit of the run's usable permits. */
    Optional<Amount> largest(RunId run);

    /** Returns whether the permit is held unspent. */
    boolean holds(PermitId id);

    /** Returns whether a request that the permit pays for may have left. */
    boolean hasPaid(PermitId id);

    /** Returns whether risk-service has revoked the permit, also where an order has it already. */
    boolean isRevoked(PermitId id);

    /** Unspent permits of the runs. */
    List<Permit> of(Predicate<RunId> runs);

    /** Unspent permits that are revoked. */
    List<Permit> revoked();

    /** Unspent permits that expire within the margin: too near to be useful. */
    List<Permit> lapsed(Instant now, Duration margin);
}
