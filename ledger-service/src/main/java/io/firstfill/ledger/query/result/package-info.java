/**
 * The items and requests of the read API about the end of positions: exits, sells and what came of both. The package
 * knows {@code query}, and holds no state.
 */
@NullMarked
package io.firstfill.ledger.query.result;

import org.jspecify.annotations.NullMarked;
