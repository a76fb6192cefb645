/**
 * The items that the read API returns: one item type per list, the lists themselves with their filters, pages and
 * cursors, and the port {@link io.firstfill.ledger.query.LedgerQueries} that an adapter answers from the database. The
 * package knows the contract and no other package of the ledger, and holds no state. The components of the items are
 * the fields of the JSON.
 */
@NullMarked
package io.firstfill.ledger.query;

import org.jspecify.annotations.NullMarked;
