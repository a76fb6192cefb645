package io.firstfill.mexc.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of one account: its orders are counted apart from those of other accounts, everything else together with
 * the other calls that leave through the same address. It knows which buys take part in the order rate, so that those
 * of all accounts behind the address divide it. Thread-safe by the lock of the address.
 */
public final class AccountBudget {
    /** What the price of an order that follows another takes of the requests: the book and the first trade. */
    private static final int PRICE_READINGS = 2;

    private record Part(RateUse use, Instant until) {}

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

    /** Has the buy take part in the order rate until then; what it did before is replaced. */
    public void join(String buy, RateUse use, Instant until) {
        synchronized (address) {
            Instant now = address.now();
            parts.values().removeIf(part -> !now.isBefore(part.until()));
            parts.put(buy, new Part(use, until));
        }
    }

    /** Ends the buy's part in the order rate. */
    public void leave(String buy) {
        synchronized (address) {
            parts.remove(buy);
        }
    }

    /**
     * Returns which part of the order rate, as it is now, the buys of this use divide, those of other accounts behind
     * the address included: of the orders of this account, or of the requests of the address, whichever leaves less to
     * each. A late buy has one order a second while another buy is at its opening.
     */
    public RateShare share(RateUse use) {
        synchronized (address) {
            Instant now = address.now();
            int room = Math.max(1, address.requestRate(now) - PRICE_READINGS);
            boolean yields = use == RateUse.LATE
                    && address.accounts().stream().anyMatch(each -> each.buys(RateUse.AT_OPENING, now) > 0);
            RateShare own = RateShare.of(orders(now).limit(), use, List.of(this), now);
            RateShare all = RateShare.of(room, use, address.accounts(), now);
            return yields ? RateShare.LEAST : own.isLessThan(all) ? own : all;
        }
    }

    SlidingWindow orders(Instant now) {
        orders.adjust(phases, learned.percentAt(now), now);
        return orders;
    }

    int buys(RateUse use, Instant now) {
        return Math.toIntExact(parts.values().stream()
                .filter(part -> part.use() == use && now.isBefore(part.until()))
                .count());
    }

    /** The clock has stepped. */
    void moved(Duration step) {
        parts.replaceAll((buy, part) -> new Part(part.use(), part.until().plus(step)));
    }
}
