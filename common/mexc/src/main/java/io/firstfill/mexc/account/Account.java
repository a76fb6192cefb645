package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the key's account holds, and what the key may do. */
public record Account(
        @Nullable Boolean canTrade,
        @Nullable Boolean canWithdraw,
        @Nullable String accountType,
        List<Balance> balances,
        Set<String> permissions) {

    public Account {
        balances = List.copyOf(requireNonNull(balances, "balances"));
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }

    /** Zero for an asset that is not listed: whether the exchange lists empty balances is not known. */
    public Balance balance(String asset) {
        return balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .orElseGet(() -> Balance.none(asset));
    }
}
