/**
 * Scenarios of one stack with three environments and two instances each of scanner, trader and risk: no environment
 * disturbs another, and the loss of an instance moves its environments. {@code SignsOfLife} knows which instance works
 * for which environment. Knows the root package and {@code ledger}.
 */
@NullMarked
package io.firstfill.acceptance.several;

import org.jspecify.annotations.NullMarked;
