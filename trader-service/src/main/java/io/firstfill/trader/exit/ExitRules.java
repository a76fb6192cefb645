package io.firstfill.trader.exit;

import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.mark.NextTrigger;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a plan. Each rule triggers once. A stop and the longest holding sell everything left and come before
 * levels of the same reading; a level sells its share of everything bought, as far as it is left and promised to no other exit.
 * A resting level triggers at once, because its order waits at the exchange for the price.
 *
 * @param fresh how old a price may be to trigger anything
 */
public record ExitRules(ExitPlan plan, Duration fresh) {
    public ExitRules {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(fresh, "fresh");
    }

    /** @param quote the last reading, perhaps the one of the evaluation before; null where none was read */
    public Evaluation evaluate(HeldPosition position, ExitState before, @Nullable Quote quote, Instant now) {
        ExitState read = quote == null ? before : read(position, before, quote, now);
        if (position.ending() || position.left().isZero()) {
            return new Evaluation(read, List.of());
        }
        List<ExitTrigger> triggers =
                everything(position, read, now).map(List::of).orElseGet(() -> levels(position, read, now));
        ExitState after = read;
        for (ExitTrigger trigger : triggers) {
            after = after.fired(trigger.rule());
        }
        return new Evaluation(after, triggers);
    }

    /** The prices at which rules trigger that have not yet, levels first; a trailing stop has one once it is active. */
    public List<NextTrigger> next(HeldPosition position, ExitState state) {
        PlanPrices prices = new PlanPrices(plan, position);
        List<NextTrigger> next = new ArrayList<>();
        for (int level = 0; level < plan.takeProfits().size(); level++) {
            if (!state.hasFired(Rule.level(level))) {
                next.add(new NextTrigger(ExitCause.TAKE_PROFIT, level, prices.level(level)));
            }
        }
        add(next, state, ExitCause.STOP_LOSS, prices.stop());
        add(next, state, ExitCause.TRAILING_STOP, prices.trailing(state));
        return List.copyOf(next);
    }

    private static void add(List<NextTrigger> next, ExitState state, ExitCause cause, Optional<Price> price) {
        price.filter(known -> !state.hasFired(Rule.of(cause)))
                .ifPresent(known -> next.add(new NextTrigger(cause, null, known)));
    }

    /** A reading that is stale, no price, or not newer than the last changes nothing. */
    private ExitState read(HeldPosition position, ExitState before, Quote quote, Instant now) {
        Instant last = before.lastSeenAt();
        Optional<Price> bid = quote.usableBid();
        if (quote.isStale(now, fresh) || bid.isEmpty() || (last != null && !quote.seenAt().isAfter(last))) {
            return before;
        }
        ExitState state = before.read(bid.get(), quote.seenAt(), fresh);
        PlanPrices prices = new PlanPrices(plan, position);
        boolean stop = isAfterGrace(position, quote.seenAt()) && isAtOrUnder(bid.get(), prices.stop());
        return state.under(stop, isAtOrUnder(bid.get(), prices.trailing(state)));
    }

    private static boolean isAtOrUnder(Price bid, Optional<Price> price) {
        return price.filter(known -> bid.compareTo(known) <= 0).isPresent();
    }

    private boolean isAfterGrace(HeldPosition position, Instant at) {
        StopLoss stop = plan.stopLoss();
        return stop != null && !at.isBefore(position.openedAt().plus(stop.grace()));
    }

    private Optional<ExitTrigger> everything(HeldPosition position, ExitState state, Instant now) {
        PlanPrices prices = new PlanPrices(plan, position);
        StopLoss stop = plan.stopLoss();
        Duration confirmation = stop == null ? Duration.ZERO : stop.confirmation();
        boolean isFresh = state.isFresh(now, fresh);
        if (isFresh && mayFire(state, ExitCause.STOP_LOSS) && isConfirmed(state, state.stopSince(), confirmation)) {
            return Optional.of(priced(position, state, ExitCause.STOP_LOSS, prices.stop()));
        }
        if (isFresh
                && mayFire(state, ExitCause.TRAILING_STOP)
                && isConfirmed(state, state.trailingSince(), Duration.ZERO)) {
            return Optional.of(priced(position, state, ExitCause.TRAILING_STOP, prices.trailing(state)));
        }
        Duration longest = plan.longestHolding();
        return longest != null
                        && mayFire(state, ExitCause.LONGEST_HOLDING)
                        && !now.isBefore(position.openedAt().plus(longest))
                ? Optional.of(new ExitTrigger(
                        Rule.of(ExitCause.LONGEST_HOLDING), null, null, null, position.left(), false))
                : Optional.empty();
    }

    private static boolean mayFire(ExitState state, ExitCause cause) {
        return !state.hasFired(Rule.of(cause));
    }

    /** At least two readings, the last one not before the confirmation time has passed. */
    private static boolean isConfirmed(ExitState state, @Nullable Instant since, Duration confirmation) {
        Instant last = state.lastSeenAt();
        return since != null
                && last != null
                && last.isAfter(since)
                && !last.isBefore(since.plus(confirmation));
    }

    private static ExitTrigger priced(
            HeldPosition position, ExitState state, ExitCause cause, Optional<Price> triggerPrice) {
        return new ExitTrigger(
                Rule.of(cause),
                triggerPrice.orElse(null),
                state.lastBid(),
                state.lastSeenAt(),
                position.left(),
                false);
    }

    private List<ExitTrigger> levels(HeldPosition position, ExitState state, Instant now) {
        Price confirmed = state.isFresh(now, fresh) ? state.confirmed() : null;
        List<ExitTrigger> triggers = new ArrayList<>();
        HeldPosition held = position;
        for (int level = 0; level < plan.takeProfits().size(); level++) {
            PlanPrices prices = new PlanPrices(plan, held);
            Price price = prices.level(level);
            boolean resting = plan.takeProfits().get(level).resting();
            boolean isDue = resting || (confirmed != null && confirmed.compareTo(price) >= 0);
            Quantity quantity = prices.quantity(level);
            if (isDue && !quantity.isZero() && !state.hasFired(Rule.level(level))) {
                triggers.add(new ExitTrigger(
                        Rule.level(level),
                        price,
                        resting ? null : state.lastBid(),
                        resting ? null : state.lastSeenAt(),
                        quantity,
                        resting));
                held = held.promising(quantity);
            }
        }
        return triggers;
    }
}
