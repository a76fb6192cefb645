/**
 * The metrics of recording: how much the ledger records, how long a batch takes, and how long after its message a
 * record is committed. The package knows the message type of {@code journal} and no other package of the ledger. The
 * meters are the registry's; no other state is kept.
 */
@NullMarked
package io.firstfill.ledger.metrics;

import org.jspecify.annotations.NullMarked;
