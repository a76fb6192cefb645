/** What the ledger answers to commands. */
package io.firstfill.ledger.decision;
