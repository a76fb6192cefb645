/**
 * What was measured: the result of each listing, the timeline of its order, and percentiles of raw samples.
 * {@code ResultCollector} reads the results once from exchange and ledger; everything else is immutable. Knows
 * {@code schedule}, {@code floor} and {@code time}.
 */
@NullMarked
package io.firstfill.benchmark.result;

import org.jspecify.annotations.NullMarked;
