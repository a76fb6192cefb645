/** The database, which only this service writes. */
package io.firstfill.ledger.postgres;
