/**
 * The resources about the end of positions: exits, sells and what came of both. The package knows {@code query}, and of
 * {@code web} the parameters and what resources state about themselves; it holds no state.
 */
@NullMarked
package io.firstfill.ledger.web.result;

import org.jspecify.annotations.NullMarked;
