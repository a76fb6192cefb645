/** The event loop of an environment: one thread, its timers and its clock. Knows no other package of the trader. */
@NullMarked
package io.firstfill.trader.loop;

import org.jspecify.annotations.NullMarked;
