package io.firstfill.risk.book;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A permit whose order bought something; kept while it counts as a trade of the hour.
 *
 * @param assumed handed to the operator unresolved: counted as bought whole until its real outcome is told
 */
record Buy(PermitId permit, RunId run, Instant at, Amount amount, boolean assumed, List<ClientOrderId> orders) {
    Buy {
        Objects.requireNonNull(permit, "permit");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(amount, "amount");
        orders = List.copyOf(orders);
    }
}
