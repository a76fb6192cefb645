/**
 * Fires single requests at their moments: the timer of one request, and the thread on which it waits. Knows the ports
 * of {@code order} only.
 */
@NullMarked
package io.firstfill.trader.firing;

import org.jspecify.annotations.NullMarked;
