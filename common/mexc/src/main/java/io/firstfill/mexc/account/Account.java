package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The balances of the key's account, and what the key may do. */
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
}
