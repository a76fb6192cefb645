/**
 * The adapter to the Postgres database, which only this service writes: the migration at start-up, the transactions of
 * the journal, and the queries of the read API. The package implements the ports of {@code journal}, {@code query} and
 * {@code status}, knows {@code decision} for the inputs it reads, and knows no other adapter. All state is in the
 * database: migrations own the schema, the head row of an environment is the lock of its transactions.
 */
@NullMarked
package io.firstfill.ledger.postgres;

import org.jspecify.annotations.NullMarked;
