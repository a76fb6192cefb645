/**
 * Selling: carries out the exits of positions, one order after the other, and finds out what became of each. What is
 * sold never exceeds what was bought; an order in doubt is looked up and never sent again.
 */
@NullMarked
package io.firstfill.trader.sell;

import org.jspecify.annotations.NullMarked;
