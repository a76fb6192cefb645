package io.firstfill.trader.credential;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The balances of an account in one answer of the exchange. An asset without a row is held in no amount; whether the
 * exchange lists such assets is not known.
 *
 * @param read one balance for each asset whose row could be read
 * @param unread the assets whose row could not be read
 * @param whole whether every row that was left out named its asset
 */
public record AccountBalances(Map<Asset, Balance> read, Set<Asset> unread, boolean whole) {
    /** The balances of an account of which nothing has been read. */
    public static final AccountBalances UNKNOWN = new AccountBalances(Map.of(), Set.of(), false);

    public AccountBalances {
        read = Map.copyOf(read);
        unread = Set.copyOf(unread);
    }

    /** Returns the balance of the asset; empty where a row that could not be read may be the asset's. */
    public Optional<Balance> of(Asset asset) {
        Balance known = read.get(asset);
        if (known != null) {
            return Optional.of(known);
        }
        return whole && !unread.contains(asset)
                ? Optional.of(new Balance(asset, Amount.ZERO, Amount.ZERO))
                : Optional.empty();
    }
}
