/**
 * Limits what leaves an egress address: the endpoints with their weights, sliding windows, and pauses after a throttle.
 * {@link io.firstfill.mexc.budget.WeightBudget} owns the counts of one process. The package knows no other package of
 * this module and does no I/O.
 */
@NullMarked
package io.firstfill.mexc.budget;

import org.jspecify.annotations.NullMarked;
