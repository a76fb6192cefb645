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

    private final Map<String, Holding> holdings = new TreeMap<>();

    public Map<String, Holding> all() {
        return Collections.unmodifiableMap(holdings);
    }

    public Holding of(String asset) {
        return holdings.getOrDefault(asset, Holding.NONE);
    }

    public void credit(String asset, BigDecimal amount) {
        Holding held = of(asset);
        holdings.put(asset, new Holding(held.free().add(amount), held.locked()));
    }

    void lock(String asset, BigDecimal amount) {
        Holding held = of(asset);
        holdings.put(
                asset, new Holding(held.free().subtract(amount), held.locked().add(amount)));
    }

    void release(String asset, BigDecimal amount) {
        lock(asset, amount.negate());
    }

    /** Spends locked money. */
    void spend(String asset, BigDecimal amount) {
        Holding held = of(asset);
        holdings.put(asset, new Holding(held.free(), held.locked().subtract(amount)));
    }
}
