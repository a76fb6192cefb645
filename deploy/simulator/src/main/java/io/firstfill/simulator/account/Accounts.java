package io.firstfill.simulator.account;

import io.firstfill.simulator.clock.ServerClock;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All accounts: those of customers, and the house accounts of the exchange. */
public final class Accounts {

    private static final long FIRST_UID = 209_300_000L;

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Account marketMaker = house("market-maker");
    private final Account noiseTrader = house("noise-trader");
    private final Account fees = house("fees");
    private final ServerClock clock;
    private BalanceListener listener = BalanceListener.NONE;

    public Accounts(ServerClock clock) {
        this.clock = clock;
    }

    /**
     * Opens a customer's account.
     *
     * @throws IllegalArgumentException when the name or the key is taken
     */
    public Account open(
            String name,
            String apiKey,
            String secret,
            Set<Permission> permissions,
            Set<String> boundIps,
            Set<String> symbols) {
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException("account " + name + " exists");
        }
        if (byKey(apiKey).isPresent()) {
            throw new IllegalArgumentException("this API key belongs to another account");
        }
        String uid = Long.toString(FIRST_UID + byName.size());
        BalanceHistory history = new BalanceHistory();
        Balances balances = new Balances((asset, before, after, reason) -> {
            history.changed(asset, before, clock.now().machineMicros());
            listener.balanceChanged(name, asset, before, after, reason);
        });
        Account account = new Account(name, uid, apiKey, secret, permissions, boundIps, symbols, balances, history);
        byName.put(name, account);
        return account;
    }

    public Optional<Account> byKey(@Nullable String apiKey) {
        return apiKey == null
                ? Optional.empty()
                : byName.values().stream()
                        .filter(account -> apiKey.equals(account.apiKey()))
                        .findFirst();
    }

    public Optional<Account> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Returns the account that an order names.
     *
     * @throws IllegalStateException when there is none: an account is never closed, so this is a bug
     */
    public Account ofOrder(String name) {
        return byName(name).orElseThrow(() -> new IllegalStateException("no account " + name));
    }

    public Collection<Account> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** Sums each asset over all accounts, house accounts included; only deposits and withdrawals change these sums. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        byName.values()
                .forEach(account -> account.balances()
                        .all()
                        .forEach((asset, holding) -> totals.merge(asset, holding.total(), BigDecimal::add)));
        return totals;
    }

    /** Replaces the one listener, for the accounts already open too. */
    public void setListener(BalanceListener replacement) {
        listener = replacement;
    }

    /** The house account whose quotes fill the books. */
    public Account marketMaker() {
        return marketMaker;
    }

    /** The house account that trades at random against the market maker's quotes. */
    public Account noiseTrader() {
        return noiseTrader;
    }

    /** The house account that receives all trading fees. */
    public Account fees() {
        return fees;
    }

    private Account house(String name) {
        Account account = Account.house(name);
        byName.put(name, account);
        return account;
    }
}
