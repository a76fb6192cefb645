/**
 * The commands that change what the ledger has stored, each as the owner of the schema and beside a ledger that goes on
 * recording: projections are rebuilt from the journal, and old months of the journal are exported and dropped. The
 * package is plain JDBC and runs without the service; {@link io.firstfill.ledger.postgres.maintenance.MaintainJournal}
 * is its main class.
 */
@NullMarked
package io.firstfill.ledger.postgres.maintenance;

import org.jspecify.annotations.NullMarked;
