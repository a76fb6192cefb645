package io.firstfill.mexc.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The calls of one account: its orders are counted apart from those of other accounts, everything else together with
 * the other calls that leave through the same address. It knows which buys take part in the order rate, so that those
 * of all accounts behind the address divide it. Thread-safe by the lock of the address.
 */
public final class AccountBudget {
    /** A buy's part in the order rate: what it sends from the begin on counts until the end. */
    private record Part(RateUse use, Instant from, Instant until) {
        boolean overlaps(Part other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        Part endedBy(Instant end) {
            return until.isAfter(end) ? new Part(use, from, end) : this;
        }

        Part moved(Duration step) {
            return new Part(use, from.plus(step), until.plus(step));
        }
    }

    private final WeightBudget address;
    private final SlidingWindow orders;
    private final OpeningPhases phases;
    private final LearnedShare learned = new LearnedShare();
    private final Map<String, Part> parts = new HashMap<>();

    AccountBudget(WeightBudget address, SlidingWindow orders, OpeningPhases phases) {
        this.address = address;
        this.orders = orders;
        this.phases = phases;
    }

    /** Returns the budget of the address, with the limits that all its accounts share. */
    public WeightBudget address() {
        return address;
    }

    /** Books the call in every window that counts it, or in none. */
    public Grant tryTake(MexcEndpoint endpoint) {
        return address.tryTake(this, endpoint);
    }

    /**
     * Lowers the limits of the address, because the trading host has refused a call as one too many; those of the
     * account too, unless the call counts for the address alone.
     */
    public void exceeded(Lane lane) {
        synchronized (address) {
            address.exceeded(lane);
            if (lane == Lane.ORDER || lane == Lane.SIGNED) {
                learned.refused(address.now());
            }
        }
    }

    /**
     * Has the buy take part in the order rate; what it did before is replaced.
     *
     * @param from when its first order leaves, which may be ahead
     * @param until when its last order counts no more
     */
    public void join(String buy, RateUse use, Instant from, Instant until) {
        synchronized (address) {
            Instant now = address.now();
            parts.values().removeIf(part -> !now.isBefore(part.until()));
            parts.put(buy, new Part(use, from, until));
        }
    }

    /** Ends the buy's part in the order rate as soon as its orders count no more. */
    public void leave(String buy) {
        synchronized (address) {
            Instant end = address.now().plus(EgressLimits.ORDER_SECOND);
            parts.computeIfPresent(buy, (left, part) -> part.endedBy(end));
        }
    }

    /**
     * Returns which part of the order rate, as it is now, the buys of this use divide, those of other accounts behind
     * the address included: of the orders of this account, or of the requests of the address, whichever leaves less to
     * each. Buys at their openings divide it where their seconds overlap. A late buy has one order a second while
     * another buy is at its opening, or nearly.
     */
    public RateShare share(String buy, RateUse use) {
        synchronized (address) {
            Instant now = address.now();
            if (use == RateUse.LATE && address.accounts().stream().anyMatch(each -> each.isAtOpening(now))) {
                return RateShare.ofLate(orders(now).limit(), late(now));
            }
            Part part = parts.getOrDefault(buy, new Part(use, now, now));
            int room = Math.max(1, address.requestRate(now) - BudgetLimits.PRICE_READINGS);
            RateShare own = divided(orders(now).limit(), List.of(this), part, now);
            RateShare all = divided(room, address.accounts(), part, now);
            return own.isLessThan(all) ? own : all;
        }
    }

    private static RateShare divided(int limit, Collection<AccountBudget> accounts, Part part, Instant now) {
        int late = part.use() == RateUse.LATE
                ? 0
                : accounts.stream().mapToInt(each -> each.late(now)).sum();
        int buys = accounts.stream().mapToInt(each -> each.sharing(part, now)).sum();
        return RateShare.of(limit, late, buys);
    }

    private boolean isAtOpening(Instant now) {
        return at(now).anyMatch(part -> part.use() == RateUse.AT_OPENING);
    }

    private int late(Instant now) {
        return Math.toIntExact(
                at(now).filter(part -> part.use() == RateUse.LATE).count());
    }

    private int sharing(Part with, Instant now) {
        return Math.toIntExact(at(now).filter(part -> part.use() == with.use())
                .filter(part -> part.use() == RateUse.LATE || part.overlaps(with))
                .count());
    }

    private Stream<Part> at(Instant now) {
        return parts.values().stream().filter(part -> now.isBefore(part.until()));
    }

    SlidingWindow orders(Instant now) {
        orders.adjust(phases, learned.percentAt(now), now);
        return orders;
    }

    /** The clock has stepped. */
    void moved(Duration step) {
        parts.replaceAll((buy, part) -> part.moved(step));
    }
}
