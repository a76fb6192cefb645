package io.firstfill.simulator.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The balances of one account. An operation that would overdraw a balance throws {@link IllegalStateException}: order
 * entry checks funds first, so an overdraft is a bug of the simulator.
 */
public final class Balances {

    /** The balance of one asset: {@code locked} is reserved for open orders. */
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

    /** Receives the changes of one account. */
    interface Listener {

        void changed(String asset, Holding before, Holding after, BalanceChange reason);
    }

    private final Map<String, Holding> holdings = new TreeMap<>();
    private final Listener listener;

    Balances(Listener listener) {
        this.listener = listener;
    }

    public Map<String, Holding> all() {
        return Collections.unmodifiableMap(holdings);
    }

    public Holding of(String asset) {
        return holdings.getOrDefault(asset, Holding.NONE);
    }

    /** Adds funds from outside a trade: a deposit, the inventory of a house account, a fee. */
    public void credit(String asset, BigDecimal amount) {
        add(asset, amount, BigDecimal.ZERO, BalanceChange.DEPOSIT);
    }

    /** Adds the proceeds of a trade. */
    public void receive(String asset, BigDecimal amount) {
        add(asset, amount, BigDecimal.ZERO, BalanceChange.ENTRUST);
    }

    /** Moves free funds to the locked ones, for a new order. */
    public void lock(String asset, BigDecimal amount) {
        add(asset, amount.negate(), amount, BalanceChange.ENTRUST_PLACE);
    }

    /** Moves locked funds back to the free ones. */
    public void release(String asset, BigDecimal amount) {
        add(asset, amount, amount.negate(), BalanceChange.ENTRUST_UNFROZEN);
    }

    /** Takes locked funds out of the account, as the payment of a trade. */
    public void spend(String asset, BigDecimal amount) {
        add(asset, BigDecimal.ZERO, amount.negate(), BalanceChange.ENTRUST);
    }

    /** Takes a fee out of the free funds. */
    public void deduct(String asset, BigDecimal amount) {
        add(asset, amount.negate(), BigDecimal.ZERO, BalanceChange.TRADE_FEE);
    }

    /** Takes free funds out of the exchange; false, and nothing changes, when there are not enough. */
    public boolean withdraw(String asset, BigDecimal amount) {
        if (of(asset).free().compareTo(amount) < 0) {
            return false;
        }
        add(asset, amount.negate(), BigDecimal.ZERO, BalanceChange.WITHDRAW);
        return true;
    }

    private void add(String asset, BigDecimal free, BigDecimal locked, BalanceChange reason) {
        Holding before = of(asset);
        Holding after = new Holding(before.free().add(free), before.locked().add(locked));
        holdings.put(asset, after);
        if (free.signum() != 0 || locked.signum() != 0) {
            listener.changed(asset, before, after, reason);
        }
    }
}
