/** Keeps the reports of missed listings in Postgres. The package adapts {@code missed}, and holds no state. */
@NullMarked
package io.firstfill.ledger.postgres.missed;

import org.jspecify.annotations.NullMarked;
