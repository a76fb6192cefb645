package io.firstfill.contract.mark;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The price of one position.
 *
 * @param bid best bid; null where none is known, as of a pair without buyers
 * @param pricedAt when the bid was read, by our clock
 * @param stale whether the price is too old, or the book too odd, to trigger anything
 * @param highest best bid since the position was opened, from which a trailing stop follows; null where none is known
 * @param next the prices that trigger next, in the order of the plan
 */
public record Mark(
        PositionId positionId,
        Pair pair,
        @Nullable Price bid,
        @Nullable Instant pricedAt,
        boolean stale,
        @Nullable Price highest,
        List<NextTrigger> next) {
    public Mark {
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        next = List.copyOf(next);
    }
}
