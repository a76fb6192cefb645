/**
 * The positions of one environment: what was bought, what was sold, which exits are open and how their sells stand. All
 * of it follows from events, in the same way on replay and live.
 */
@NullMarked
package io.firstfill.trader.position;

import org.jspecify.annotations.NullMarked;
