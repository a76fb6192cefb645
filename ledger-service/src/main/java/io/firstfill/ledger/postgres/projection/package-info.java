/**
 * The SQL that brings a new message into the tables of the read API: one class for each topic or subject, chosen by
 * {@link io.firstfill.ledger.postgres.projection.Projection}. The package knows the contract only, runs no statement
 * and holds no state.
 */
@NullMarked
package io.firstfill.ledger.postgres.projection;

import org.jspecify.annotations.NullMarked;
