package io.firstfill.risk.book;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A permit whose order was filled at least in part. The risk book holds a buy while it counts as a trade of the hour.
 *
 * @param at when the order was filled, by the writer's clock; what counts as a trade of the hour does not rest on it
 * @param assumed whether the order was handed to the operator unresolved: the buy then counts with the whole limit
 *     until the final outcome of the order arrives
 * @param since the elapsed time of the book when the buy was counted first; zero in a book stored before that was kept
 */
record Buy(
        PermitId permit,
        RunId run,
        Instant at,
        Amount amount,
        boolean assumed,
        List<ClientOrderId> orders,
        Duration since) {
    Buy {
        Objects.requireNonNull(permit, "permit");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(amount, "amount");
        orders = List.copyOf(orders);
        since = Objects.requireNonNullElse(since, Duration.ZERO);
    }
}
