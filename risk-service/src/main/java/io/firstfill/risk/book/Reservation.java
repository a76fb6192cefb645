package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Instant;
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
 */
record Reservation(
        PermitId permit,
        RunId run,
        Amount limit,
        Instant expiresAt,
        PermitUse use,
        @Nullable Instant revokedAt,
        List<ClientOrderId> orders) {
    Reservation {
        Objects.requireNonNull(permit, "permit");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(use, "use");
        orders = List.copyOf(orders);
    }

    static Reservation granted(PermitId permit, RunId run, Amount limit, Instant expiresAt) {
        return new Reservation(permit, run, limit, expiresAt, PermitUse.HELD, null, List.of());
    }

    /** Records a use. The use never moves back: OrderArmed read again after OrderSubmitted changes nothing. */
    Reservation usedBy(ClientOrderId order, PermitUse by) {
        PermitUse furthest = by.compareTo(use) > 0 ? by : use;
        List<ClientOrderId> all = orders.contains(order)
                ? orders
                : Stream.concat(orders.stream(), Stream.of(order)).toList();
        return new Reservation(permit, run, limit, expiresAt, furthest, revokedAt, all);
    }

    Reservation revoked(Instant at) {
        return new Reservation(permit, run, limit, expiresAt, use, at, orders);
    }

    @JsonIgnore
    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Returns whether the trader may spend the permit on the next listing. */
    boolean usable(Instant now) {
        return use == PermitUse.HELD && !isRevoked() && expiresAt.isAfter(now);
    }
}
