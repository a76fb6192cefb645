package io.firstfill.risk.book;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A permit whose order was filled at least in part. The risk book holds a buy while it counts as a trade of the hour.
 *
 * @param at when the order was filled, by the writer's clock; what counts as a trade of the hour does not rest on it
 * @param assumed whether the order was handed to the operator unresolved: the buy then counts with the whole limit
 *     until the final outcome of the order arrives
 * @param since the elapsed time of the book when the buy was counted first; zero in a book stored before that was kept
 * @param day the UTC day on whose spend the buy counts; null where it counts on none
 * @param position that the buy belongs to; null in a book stored before that was kept
 */
record Buy(
        PermitId permit,
        RunId run,
        Instant at,
        Amount amount,
        boolean assumed,
        List<ClientOrderId> orders,
        Duration since,
        @Nullable LocalDate day,
        @Nullable PositionId position) {
    Buy {
        Objects.requireNonNull(permit, "permit");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(amount, "amount");
        orders = List.copyOf(orders);
        since = Objects.requireNonNullElse(since, Duration.ZERO);
    }

    /** Returns the buy as one that counts on the spend of the day. */
    Buy on(@Nullable LocalDate counted) {
        return new Buy(permit, run, at, amount, assumed, orders, since, counted, position);
    }

    /** Returns the assumed buy with what its order has bought in the end. */
    Buy filled(Amount bought) {
        return new Buy(permit, run, at, bought, false, orders, since, day, position);
    }
}
