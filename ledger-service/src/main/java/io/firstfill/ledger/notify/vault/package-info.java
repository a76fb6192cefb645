/** Reads the secrets of targets from Vault. The package adapts {@code notify}. */
@NullMarked
package io.firstfill.ledger.notify.vault;

import org.jspecify.annotations.NullMarked;
