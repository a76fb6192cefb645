/**
 * Finds out what became of an order: look-ups, the private stream, and proof of absence. Returns a result; owns the
 * look-ups under way.
 */
@NullMarked
package io.firstfill.trader.reconcile;

import org.jspecify.annotations.NullMarked;
