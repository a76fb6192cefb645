/**
 * Scenarios of positions that end: by their exit plan, by hand, elsewhere. Each moves the price at the exchange. Knows
 * {@code ledger} and the scenarios' base.
 */
@NullMarked
package io.firstfill.acceptance.exit;

import org.jspecify.annotations.NullMarked;
