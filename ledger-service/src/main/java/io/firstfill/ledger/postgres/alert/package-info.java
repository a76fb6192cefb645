/** The open alerts of the ledger itself, as the database holds them. */
@NullMarked
package io.firstfill.ledger.postgres.alert;

import org.jspecify.annotations.NullMarked;
