/**
 * Holds accounts: API keys and their permissions, balances, listen keys.
 *
 * <p>The package knows {@code clock} and {@code behaviour}, and neither orders nor pairs.
 * {@link io.firstfill.simulator.account.Accounts} owns all accounts, {@link io.firstfill.simulator.account.Balances}
 * the holdings of one account, {@link io.firstfill.simulator.account.ListenKeys} the keys of private streams.
 */
@NullMarked
package io.firstfill.simulator.account;

import org.jspecify.annotations.NullMarked;
