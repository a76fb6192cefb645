/** Everything that happened, once, in order, provably. */
package io.firstfill.ledger.journal;
