package io.firstfill.trader.mark;

import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.NextTrigger;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.exit.ExitRules;
import io.firstfill.trader.exit.ExitState;
import io.firstfill.trader.exit.HeldPosition;
import io.firstfill.trader.exit.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position that is held, as its mark shows it.
 *
 * @param plan by which it ends; null where there is none
 */
public record MarkedPosition(
        PositionId id, Pair pair, HeldPosition held, @Nullable ExitPlan plan, ExitState state) {
    public MarkedPosition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(held, "held");
        Objects.requireNonNull(state, "state");
    }

    /**
     * Returns the mark; a book that is crossed or has no buyers is as stale as an old price.
     *
     * @param fresh how old a price may be to trigger anything
     */
    public Mark mark(@Nullable Quote quote, Instant now, Duration fresh) {
        Optional<Price> usable = quote == null ? Optional.empty() : quote.usableBid();
        boolean stale = quote == null || usable.isEmpty() || quote.isStale(now, fresh);
        List<NextTrigger> next = plan == null ? List.of() : new ExitRules(plan, fresh).next(held, state);
        return new Mark(
                id,
                pair,
                quote == null ? null : quote.bid(),
                quote == null ? null : quote.seenAt(),
                stale,
                state.highest(),
                next);
    }
}
