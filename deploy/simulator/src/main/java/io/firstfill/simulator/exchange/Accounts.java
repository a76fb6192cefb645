package io.firstfill.simulator.exchange;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All accounts, customers and the exchange's own. */
public final class Accounts {

    private static final long FIRST_UID = 209_300_000L;

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Account maker = house("market-maker");
    private final Account crowd = house("crowd");
    private final Account fees = house("fees");
    private ExchangeWatch watch = ExchangeWatch.NOBODY;

    /**
     * Opens a customer's account.
     *
     * @throws IllegalArgumentException when the name or the key is taken
     */
    public Account open(
            String name, String apiKey, String secret, Set<Right> rights, Set<String> boundIps, Set<String> symbols) {
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException("account " + name + " exists");
        }
        if (byKey(apiKey).isPresent()) {
            throw new IllegalArgumentException("this API key belongs to another account");
        }
        String uid = Long.toString(FIRST_UID + byName.size());
        Balances balances = new Balances(
                (asset, before, after, reason) -> watch.balanceChanged(name, asset, before, after, reason));
        Account account = new Account(name, uid, apiKey, secret, rights, boundIps, symbols, balances);
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

    public Collection<Account> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** Everything there is of each asset, over all accounts: only deposits may change it. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        byName.values()
                .forEach(account -> account.balances()
                        .all()
                        .forEach((asset, holding) -> totals.merge(asset, holding.total(), BigDecimal::add)));
        return totals;
    }

    void watch(ExchangeWatch watcher) {
        watch = watcher;
    }

    Account named(String name) {
        return byName(name).orElseThrow(() -> new IllegalStateException("no account " + name));
    }

    Account maker() {
        return maker;
    }

    Account crowd() {
        return crowd;
    }

    Account fees() {
        return fees;
    }

    private Account house(String name) {
        Account account = Account.house(name);
        byName.put(name, account);
        return account;
    }
}
