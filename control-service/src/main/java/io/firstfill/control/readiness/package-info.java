/**
 * The start-up gate: which conditions of a start fail, and the remedy of each. The package reads the environment book
 * and the ledger's readiness, and owns no state.
 */
@NullMarked
package io.firstfill.control.readiness;

import org.jspecify.annotations.NullMarked;
