/**
 * Triggers: gives each position the plan of its run, evaluates the plans with each reading of a price and as time
 * passes, and commits the exits that follow. What an exit sells is decided elsewhere.
 */
@NullMarked
package io.firstfill.trader.trigger;

import org.jspecify.annotations.NullMarked;
