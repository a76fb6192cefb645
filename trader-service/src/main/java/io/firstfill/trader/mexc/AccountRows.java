package io.firstfill.trader.mexc;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.trader.credential.AccountBalances;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the balances of an account query. An odd row makes the balance of its own asset unknown, and no other. */
final class AccountRows {
    private AccountRows() {}

    /** Empty when the query was not answered. */
    static Optional<AccountBalances> read(MexcResult<Account> result) {
        return result instanceof MexcResult.Answer<Account> answer ? Optional.of(of(answer.value())) : Optional.empty();
    }

    static AccountBalances of(Account account) {
        Map<Asset, Balance> read = new HashMap<>();
        SkippedRows skipped = account.skipped();
        Set<Asset> unread = new HashSet<>();
        skipped.names().forEach(name -> asset(name).ifPresent(unread::add));
        account.balances()
                .forEach(row -> asset(row.asset())
                        .ifPresent(asset -> amounts(asset, row.free(), row.locked())
                                .filter(balance -> read.putIfAbsent(asset, balance) == null)
                                .ifPresentOrElse(balance -> {}, () -> unread.add(asset))));
        read.keySet().removeAll(unread);
        return new AccountBalances(
                read, unread, skipped.count() <= skipped.names().size());
    }

    /** Empty for a name that no quote asset of ours can have. */
    private static Optional<Asset> asset(String name) {
        try {
            return Optional.of(Asset.of(name));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** Empty for numbers that our records cannot carry, such as negative ones. */
    private static Optional<Balance> amounts(Asset asset, BigDecimal free, BigDecimal locked) {
        try {
            return Optional.of(new Balance(asset, new Amount(free), new Amount(locked)));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }
}
