/**
 * The daily care of the journal while the ledger runs: the partitions of the months to come. The package calls its port
 * {@link io.firstfill.ledger.maintenance.Partitions}, which {@code postgres} answers, and publishes alerts; it keeps no
 * state.
 */
@NullMarked
package io.firstfill.ledger.maintenance;

import org.jspecify.annotations.NullMarked;
