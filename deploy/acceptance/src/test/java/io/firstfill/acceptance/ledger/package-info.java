/**
 * The invariant that every scenario ends with: what the ledger has recorded equals what the exchange did, each listing
 * was bought at most once and within its amount, and the journal is intact. Knows no other package of the tests.
 */
@NullMarked
package io.firstfill.acceptance.ledger;

import org.jspecify.annotations.NullMarked;
