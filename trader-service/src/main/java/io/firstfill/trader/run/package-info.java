/** The runs of one environment. Owned by the engine's state; others read {@link io.firstfill.trader.run.Runs}. */
@NullMarked
package io.firstfill.trader.run;

import org.jspecify.annotations.NullMarked;
