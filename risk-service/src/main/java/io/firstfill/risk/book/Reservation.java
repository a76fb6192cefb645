package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A permit that counts against every cap. It ends with the trader's word that it was not used, or with the final outcome
 * of its order; never by time, because a trader that is away may have used it.
 *
 * @param revokedAt when its revocation was last said; said again until the trader answers
 * @param orders every order known to use it: a second attempt has an id of its own
 */
record Reservation(
        PermitId permit,
        RunId run,
        Amount limit,
        Instant expiresAt,
        Use use,
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
        return new Reservation(permit, run, limit, expiresAt, Use.HELD, null, List.of());
    }

    /** A use never goes back: OrderArmed read again after OrderSubmitted changes nothing. */
    Reservation usedBy(ClientOrderId order, Use by) {
        Use furthest = by.compareTo(use) > 0 ? by : use;
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

    /** The trader may spend it on the next listing. */
    boolean usable(Instant now) {
        return use == Use.HELD && !isRevoked() && expiresAt.isAfter(now);
    }
}
