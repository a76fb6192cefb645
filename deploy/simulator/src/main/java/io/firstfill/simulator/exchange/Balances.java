package io.firstfill.simulator.exchange;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What one account owns. An operation that would overdraw is a bug of the exchange and fails loudly. */
public final class Balances {

    public record Holding(BigDecimal free, BigDecimal locked) {

        static final Holding NONE = new Holding(BigDecimal.ZERO, BigDecimal.ZERO);

        public Holding {
            if (free.signum() < 0 || locked.signum() < 0) {
                throw new IllegalStateException("overdrawn: free " + free + ", locked " + locked);
            }
        }

        public BigDecimal total() {
            return free.add(locked);
        }
    }

    interface Watch {

        void changed(String asset, Holding before, Holding after, BalanceChange reason);
    }

    private final Map<String, Holding> holdings = new TreeMap<>();
    private final Watch watch;

    Balances(Watch watch) {
        this.watch = watch;
    }

    public Map<String, Holding> all() {
        return Collections.unmodifiableMap(holdings);
    }

    public Holding of(String asset) {
        return holdings.getOrDefault(asset, Holding.NONE);
    }

    public void credit(String asset, BigDecimal amount) {
        add(asset, amount, BigDecimal.ZERO, BalanceChange.DEPOSIT);
    }

    /** The proceeds of a trade. */
    void receive(String asset, BigDecimal amount) {
        add(asset, amount, BigDecimal.ZERO, BalanceChange.ENTRUST);
    }

    void lock(String asset, BigDecimal amount) {
        add(asset, amount.negate(), amount, BalanceChange.ENTRUST_PLACE);
    }

    void release(String asset, BigDecimal amount) {
        add(asset, amount, amount.negate(), BalanceChange.ENTRUST_UNFROZEN);
    }

    /** Spends locked money. */
    void spend(String asset, BigDecimal amount) {
        add(asset, BigDecimal.ZERO, amount.negate(), BalanceChange.ENTRUST);
    }

    private void add(String asset, BigDecimal free, BigDecimal locked, BalanceChange reason) {
        Holding before = of(asset);
        Holding after = new Holding(before.free().add(free), before.locked().add(locked));
        holdings.put(asset, after);
        if (free.signum() != 0 || locked.signum() != 0) {
            watch.changed(asset, before, after, reason);
        }
    }
}
