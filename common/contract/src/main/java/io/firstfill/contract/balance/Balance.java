package io.firstfill.contract.balance;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import java.util.Objects;

/**
 * The holdings of an account in one asset.
 *
 * @param locked in open orders
 */
public record Balance(Asset asset, Amount free, Amount locked) {
    public Balance {
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(free, "free");
        Objects.requireNonNull(locked, "locked");
    }
}
