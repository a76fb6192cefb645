/** Keeps notifications and their deliveries in the database, from the transaction of the journal on. */
@NullMarked
package io.firstfill.ledger.postgres.notify;

import org.jspecify.annotations.NullMarked;
