/** The adapter to Vault: implements the keyring. */
@NullMarked
package io.firstfill.trader.vault;

import org.jspecify.annotations.NullMarked;
