/**
 * Tells people outside what happens: what of the journal is a notification, to which targets it goes, how it is signed,
 * repeated and tried again. The package knows the contract and no other package of the service; {@code notify.web} and
 * {@code notify.vault} adapt it to receivers and to Vault.
 */
@NullMarked
package io.firstfill.ledger.notify;

import org.jspecify.annotations.NullMarked;
