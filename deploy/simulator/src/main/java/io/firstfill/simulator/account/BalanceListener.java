package io.firstfill.simulator.account;

import io.firstfill.simulator.account.Balances.Holding;

/** Receives every change of a customer's balance, at the time of the change; house accounts are left out. */
@FunctionalInterface
public interface BalanceListener {

    /** Ignores every change. */
    BalanceListener NONE = (account, asset, before, after, reason) -> {};

    void balanceChanged(String account, String asset, Holding before, Holding after, BalanceChange reason);
}
