/**
 * The journal: every message once, in one gapless hash chain per environment, and the check that the chain is intact.
 * The package holds the transaction that appends a batch and decides on its commands, the ports to the database
 * ({@link io.firstfill.ledger.journal.JournalStore} writes, {@link io.firstfill.ledger.journal.ChainReader} reads) and
 * the hash chain itself. It knows {@code decision} and no adapter. State lives in the database only; the classes here
 * keep nothing from one batch to the next.
 */
@NullMarked
package io.firstfill.ledger.journal;

import org.jspecify.annotations.NullMarked;
