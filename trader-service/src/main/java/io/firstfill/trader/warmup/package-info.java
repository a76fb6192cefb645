/** Sends buys without effect through the code of real ones, so that the first real buy meets compiled code. */
@NullMarked
package io.firstfill.trader.warmup;

import org.jspecify.annotations.NullMarked;
