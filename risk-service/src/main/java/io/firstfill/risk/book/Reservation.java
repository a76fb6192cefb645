package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A permit that counts against every cap. A reservation ends with PermitReturned or with the final outcome of its
 * order; never by time, because a trader that cannot be reached may have used the permit.
 *
 * @param revokedAt when the revocation was last published; it is published again until the trader returns the permit
 * @param orders every order known to use the permit: a second attempt has an order id of its own
 * @param day the UTC day of the caps on which the permit was granted; null where its grant is not known
 */
record Reservation(
        PermitId permit,
        RunId run,
        Amount limit,
        Instant expiresAt,
        PermitUse use,
        @Nullable Instant revokedAt,
        List<ClientOrderId> orders,
        @Nullable LocalDate day) {
    Reservation {
        Objects.requireNonNull(permit, "permit");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(use, "use");
        orders = List.copyOf(orders);
    }

    static Reservation granted(PermitId permit, RunId run, Amount limit, Instant expiresAt, @Nullable LocalDate day) {
        return new Reservation(permit, run, limit, expiresAt, PermitUse.HELD, null, List.of(), day);
    }

    /** Returns the reservation of a permit whose use was read and whose grant is not known. */
    static Reservation unknown(PermitId permit, RunId run, Amount limit, Instant now) {
        return granted(permit, run, limit, now, null);
    }

    /** Counts its buy on this day at the earliest: the clock was stepped back, and the time of the buy may lie. */
    Reservation since(@Nullable LocalDate current) {
        return new Reservation(permit, run, limit, expiresAt, use, revokedAt, orders, current);
    }

    /** Records a use. The use never moves back: OrderArmed read again after OrderSubmitted changes nothing. */
    Reservation usedBy(ClientOrderId order, PermitUse by) {
        PermitUse furthest = by.compareTo(use) > 0 ? by : use;
        List<ClientOrderId> all = orders.contains(order)
                ? orders
                : Stream.concat(orders.stream(), Stream.of(order)).toList();
        return new Reservation(permit, run, limit, expiresAt, furthest, revokedAt, all, day);
    }

    Reservation revoked(Instant at) {
        return new Reservation(permit, run, limit, expiresAt, use, at, orders, day);
    }

    @JsonIgnore
    boolean isRevoked() {
        return revokedAt != null;
    }

    /**
     * Returns whether a buy that is armed or submitted may spend the permit. A permit that is revoked and not returned
     * may have been spent before the trader read that; until it is known, it takes room and counts as neither.
     */
    @JsonIgnore
    boolean isCommitted() {
        return use == PermitUse.SUBMITTED || (use == PermitUse.ARMED && !isRevoked());
    }

    /** Returns whether the trader may spend the permit on the next listing. */
    boolean usable(Instant now) {
        return use == PermitUse.HELD && !isRevoked() && expiresAt.isAfter(now);
    }
}
