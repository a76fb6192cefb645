package io.firstfill.simulator.account;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer with one API key. The exchange's own accounts ("house accounts") have no key.
 *
 * @param boundIps addresses the key may be used from; empty means any
 * @param symbols pairs the key may trade; empty means any
 */
public record Account(
        String name,
        String uid,
        @Nullable String apiKey,
        @Nullable String secret,
        Set<Permission> permissions,
        Set<String> boundIps,
        Set<String> symbols,
        Balances balances,
        BalanceHistory history) {

    static Account house(String name) {
        return new Account(
                name,
                "house",
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                new Balances((asset, before, after, reason) -> {}),
                new BalanceHistory());
    }

    /** The balances as they were at an instant of the machine's clock, at most a minute ago. */
    public Map<String, Balances.Holding> balancesAt(long micros) {
        return history.at(balances.all(), micros);
    }

    public boolean isHouse() {
        return apiKey == null;
    }

    public boolean mayTrade(String symbol) {
        return symbols.isEmpty() || symbols.contains(symbol);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
